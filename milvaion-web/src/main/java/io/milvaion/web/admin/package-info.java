/** {@code /admin}: what concerns the whole cluster. */
package io.milvaion.web.admin;
