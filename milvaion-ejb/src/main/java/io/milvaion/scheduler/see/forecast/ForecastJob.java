package io.milvaion.scheduler.see.forecast;

import java.time.Instant;
import java.util.UUID;

/**
 * A job with something planned.
 *
 * @param schedule what its timetable is made of: those of equal ones are equal
 */
record ForecastJob(UUID id, String name, String type, Instant nextRunAt, ScheduleText schedule) {}
