/** {@code /admin/queues}: what waits. */
package io.milvaion.web.see.queue;
