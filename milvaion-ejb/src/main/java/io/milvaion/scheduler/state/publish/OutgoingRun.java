package io.milvaion.scheduler.state.publish;

import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.occurrence.OccurrenceSnapshot;
import java.time.Instant;
import java.util.UUID;

/**
 * One attempt that is to be published.
 *
 * @param copy 1 from whoever made the run ready, 2 from anyone after
 */
public record OutgoingRun(
        UUID occurrenceId,
        RunDefinition definition,
        Instant plannedAt,
        int attempt,
        int copy,
        boolean manual) {

    /** The first attempt of a run that has just been made. */
    public static OutgoingRun first(
            UUID occurrenceId, RunDefinition definition, Instant plannedAt, boolean manual) {
        return new OutgoingRun(occurrenceId, definition, plannedAt, 1, 1, manual);
    }

    /** The same run as its first copy. */
    public OutgoingRun firstCopy() {
        return new OutgoingRun(occurrenceId, definition, plannedAt, attempt, 1, manual);
    }

    public AttemptKey key() {
        return new AttemptKey(occurrenceId, attempt);
    }

    public UUID jobId() {
        return definition.jobId();
    }

    /** What lists show of it while nobody has started it. */
    public OccurrenceSnapshot snapshot() {
        return OccurrenceSnapshot.queued(
                occurrenceId, definition.jobId(), definition.jobName(), plannedAt);
    }
}
