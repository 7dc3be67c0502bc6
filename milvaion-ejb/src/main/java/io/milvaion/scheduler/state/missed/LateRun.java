package io.milvaion.scheduler.state.missed;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A run that was dispatched later than the misfire threshold: a line of the missed-run ledger,
 * although the instant has its occurrence.
 */
public record LateRun(UUID occurrenceId, UUID jobId, Instant plannedAt, Instant dispatchedAt) {

    public Duration lateBy() {
        return Duration.between(plannedAt, dispatchedAt);
    }
}
