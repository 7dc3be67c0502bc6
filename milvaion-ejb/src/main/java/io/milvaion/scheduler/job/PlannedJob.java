package io.milvaion.scheduler.job;

import java.time.Instant;

/**
 * A job, its next run and its failures.
 *
 * @param nextRunAt null when nothing is planned
 * @param failures null when it has never failed
 */
public record PlannedJob(Job job, Instant nextRunAt, FailureState failures) {}
