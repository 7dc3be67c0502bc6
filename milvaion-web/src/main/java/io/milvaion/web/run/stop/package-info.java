/** {@code /admin/dispatch}: the emergency stop of the whole cluster. */
package io.milvaion.web.run.stop;
