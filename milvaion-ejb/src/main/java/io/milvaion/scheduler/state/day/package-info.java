/**
 * What days bring and take: partitions made ahead, days of occurrences that are closed because all
 * their runs are final, and rows that are kept for some days only.
 */
package io.milvaion.scheduler.state.day;
