package io.milvaion.scheduler.see.forecast;

import io.milvaion.scheduler.job.definition.JobSchedule;
import java.time.Instant;
import java.util.UUID;

/**
 * A job with something planned.
 *
 * @param schedule what its timetable is made of
 */
record ForecastJob(UUID id, String name, String type, Instant nextRunAt, JobSchedule schedule) {}
