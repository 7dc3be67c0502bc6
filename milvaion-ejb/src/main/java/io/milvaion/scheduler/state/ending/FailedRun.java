package io.milvaion.scheduler.state.ending;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.state.tally.RunFact;
import java.time.Instant;
import java.util.UUID;

/**
 * A run that ended otherwise than Completed.
 *
 * @param errorType class name of the exception, or null
 * @param error message of the last attempt, or null
 */
public record FailedRun(
        UUID id,
        UUID jobId,
        String jobType,
        OccurrenceState state,
        FailureCause cause,
        int attempts,
        Instant endedAt,
        String errorType,
        String error) {

    RunFact fact() {
        return RunFact.ended(jobId, jobType, state, endedAt, null);
    }

    ErrorGroup group() {
        return switch (cause) {
            case CANCELLED -> ErrorGroup.CANCELLED;
            case TIMED_OUT -> ErrorGroup.TIMED_OUT;
            case UNKNOWN, WORKER_LOST -> ErrorGroup.WORKER_LOST;
            case EXHAUSTED, PERMANENT, STOPPED, POISON -> ErrorGroup.of(errorType, error);
        };
    }
}
