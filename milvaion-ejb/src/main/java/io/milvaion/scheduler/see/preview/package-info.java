/**
 * What a schedule would do, what a restart now would make of overdue runs, and what activating a
 * job plans.
 */
package io.milvaion.scheduler.see.preview;
