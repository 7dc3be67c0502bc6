package io.milvaion.scheduler.see.forecast;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job without a next run.
 *
 * @param lastPlannedAt the last planned instant that became a run, or null
 */
public record UnplannedJob(
        UUID jobId,
        String jobName,
        String jobType,
        Unplanned reason,
        @Nullable Instant lastPlannedAt) {

    static UnplannedJob unreadable(ForecastJob job) {
        return new UnplannedJob(job.id(), job.name(), job.type(), Unplanned.UNREADABLE, null);
    }
}
