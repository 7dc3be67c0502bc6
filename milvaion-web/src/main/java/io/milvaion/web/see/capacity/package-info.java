/** {@code /admin/capacity}: what the workers can do. */
package io.milvaion.web.see.capacity;
