package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.job.autodisable.FailureState;
import io.milvaion.scheduler.job.definition.Job;
import java.time.Instant;

/**
 * A job, its next run and its failures.
 *
 * @param job in lists without its data
 * @param nextRunAt null when nothing is planned
 * @param failures null when it has never failed
 */
public record PlannedJob(Job job, Instant nextRunAt, FailureState failures) {}
