package io.milvaion.scheduler.see.forecast;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A step in which many runs are planned.
 *
 * @param jobs how many jobs have them
 * @param most those with most runs, {@value #LISTED} at most
 */
public record ForecastPeak(Instant at, long runs, long jobs, List<PeakJob> most) {

    static final int LISTED = 20;

    /** A job of a peak. */
    public record PeakJob(UUID jobId, String jobName, long runs) {}
}
