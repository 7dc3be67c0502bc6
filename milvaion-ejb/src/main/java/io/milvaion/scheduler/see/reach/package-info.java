/** Whether a caller reaches what a request names or an event is about. */
package io.milvaion.scheduler.see.reach;
