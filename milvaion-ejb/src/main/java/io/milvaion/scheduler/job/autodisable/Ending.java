package io.milvaion.scheduler.job.autodisable;

import io.milvaion.contract.OccurrenceState;
import java.time.Instant;
import java.util.UUID;

/**
 * An occurrence that has become final, or whose Unknown was replaced.
 *
 * @param replaces whether it was final before: then it has counted
 * @param error or null
 */
public record Ending(
        UUID jobId,
        JobLimits limits,
        Instant at,
        OccurrenceState state,
        boolean replaces,
        String error) {

    boolean resets() {
        return state == OccurrenceState.COMPLETED;
    }

    boolean fails() {
        return !replaces
                && switch (state) {
                    case FAILED, TIMED_OUT, UNKNOWN -> true;
                    case QUEUED, RUNNING, COMPLETED, CANCELLED, SKIPPED -> false;
                };
    }

    /** Whether the row of the job has to change. */
    boolean counts() {
        return fails() || (resets() && limits.counted() > 0);
    }
}
