package io.milvaion.scheduler.see.forecast;

import java.time.Instant;
import java.util.UUID;

/**
 * A planned run.
 *
 * @param timeZone in which the job is planned
 */
public record ForecastRun(
        Instant plannedAt, UUID jobId, String jobName, String jobType, String timeZone) {

    static ForecastRun of(ForecastJob job, Instant at) {
        return new ForecastRun(at, job.id(), job.name(), job.type(), job.schedule().timeZone());
    }
}
