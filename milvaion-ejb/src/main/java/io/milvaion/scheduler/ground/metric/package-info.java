/**
 * What this node counts and measures. Others report facts here and read none, so nothing in the
 * scheduler depends on being watched.
 */
package io.milvaion.scheduler.ground.metric;
