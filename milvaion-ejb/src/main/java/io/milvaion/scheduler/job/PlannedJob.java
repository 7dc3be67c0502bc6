package io.milvaion.scheduler.job;

import java.time.Instant;

/**
 * A job and its next run.
 *
 * @param nextRunAt null when nothing is planned
 */
public record PlannedJob(Job job, Instant nextRunAt) {}
