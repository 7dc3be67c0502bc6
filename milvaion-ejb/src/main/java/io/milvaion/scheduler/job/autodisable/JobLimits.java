package io.milvaion.scheduler.job.autodisable;

/**
 * What a job says about its failures, and how many it has.
 *
 * @param active whether there is something to deactivate
 * @param failures consecutive ones that deactivate it; 0: never, null: the setting
 * @param windowSeconds in which they have to end; null: the setting
 * @param counted as it was read, without a lock
 */
public record JobLimits(boolean active, Integer failures, Integer windowSeconds, int counted) {}
