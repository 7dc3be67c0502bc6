/**
 * The days of occurrences: partitions made ahead, and days that are closed because all their runs
 * are final.
 */
package io.milvaion.scheduler.state.day;
