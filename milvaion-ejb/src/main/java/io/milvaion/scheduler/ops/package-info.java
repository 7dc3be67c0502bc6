/**
 * What operators see: the health of this node and its dependencies, and metrics. Others report
 * facts here and read none, so nothing in the scheduler depends on being watched.
 */
package io.milvaion.scheduler.ops;
