package io.milvaion.scheduler.state.publish;

import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.occurrence.OccurrenceSnapshot;
import java.time.Instant;
import java.util.UUID;

/**
 * One attempt that is to be published.
 *
 * @param copy 1 from whoever made the run ready, 2 from anyone after
 * @param triggeredBy name of whoever did, or null
 */
public record OutgoingRun(
        UUID occurrenceId,
        RunDefinition definition,
        Instant plannedAt,
        int attempt,
        int copy,
        boolean manual,
        String triggeredBy) {

    /** The first attempt of a run that is due. */
    public static OutgoingRun planned(
            UUID occurrenceId, RunDefinition definition, Instant plannedAt) {
        return new OutgoingRun(occurrenceId, definition, plannedAt, 1, 1, false, null);
    }

    /** The first attempt of a run that somebody wants now. */
    public static OutgoingRun triggered(
            UUID occurrenceId, RunDefinition definition, Instant now, String by) {
        return new OutgoingRun(occurrenceId, definition, now, 1, 1, true, by);
    }

    /** The same run as its first copy. */
    public OutgoingRun firstCopy() {
        return new OutgoingRun(
                occurrenceId, definition, plannedAt, attempt, 1, manual, triggeredBy);
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
                occurrenceId, definition.jobId(), definition.jobName(), plannedAt, triggeredBy);
    }
}
