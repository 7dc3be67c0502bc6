/** {@code /admin/limits} and {@code /admin/bottlenecks}: what presses. */
package io.milvaion.web.see.pressure;
