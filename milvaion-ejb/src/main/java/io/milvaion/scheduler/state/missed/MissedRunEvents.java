package io.milvaion.scheduler.state.missed;

import io.milvaion.scheduler.ground.event.LiveEvent;
import io.milvaion.scheduler.time.misfire.MisfirePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes the live events of planned instants that did not run, or late. */
public final class MissedRunEvents {

    private record SkipFacts(
            UUID jobId, String jobName, Instant plannedAt, int count, MissedReason reason) {}

    private record MisfireFacts(
            UUID jobId,
            String jobName,
            MisfirePolicy policy,
            Instant plannedAt,
            long lateMs,
            int skipped,
            UUID occurrenceId) {}

    private MissedRunEvents() {}

    /** Planned instants of a job did not run. */
    public static LiveEvent skipped(Skip skip, String jobName) {
        return new LiveEvent(
                "occurrence.skipped",
                List.of("occurrences", "job:" + skip.jobId()),
                skip.jobId().toString(),
                new SkipFacts(skip.jobId(), jobName, skip.first(), skip.count(), skip.reason()));
    }

    /**
     * A job came later than the misfire threshold.
     *
     * @param policy the job's misfire policy
     * @param plannedAt its oldest instant that was due
     * @param late how late that one is
     * @param skipped how many instants will not run for this
     * @param occurrenceId the planned run that was dealt with, or null if none runs
     */
    public static LiveEvent misfired(
            UUID jobId,
            String jobName,
            MisfirePolicy policy,
            Instant plannedAt,
            Duration late,
            int skipped,
            UUID occurrenceId) {
        return new LiveEvent(
                "job.misfired",
                List.of("jobs", "job:" + jobId),
                jobId.toString(),
                new MisfireFacts(
                        jobId, jobName, policy, plannedAt, late.toMillis(), skipped, occurrenceId));
    }
}
