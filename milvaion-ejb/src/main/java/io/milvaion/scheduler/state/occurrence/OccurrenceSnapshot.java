package io.milvaion.scheduler.state.occurrence;

import io.milvaion.contract.OccurrenceState;
import java.time.Instant;
import java.util.UUID;

/**
 * What lists show of an occurrence, as it is after the change. Any member but the ids, the state
 * and the attempt may be null, when it is not set or whoever reports the change does not know it.
 *
 * @param durationMs of the attempt that ended
 * @param progress percent, 0..100
 * @param triggeredBy name of whoever did; null by schedule
 */
public record OccurrenceSnapshot(
        UUID id,
        UUID jobId,
        String jobName,
        OccurrenceState state,
        int attempt,
        Instant plannedAt,
        Instant startedAt,
        Instant endedAt,
        Long durationMs,
        Integer progress,
        String triggeredBy) {

    /** An occurrence that has just been made. */
    public static OccurrenceSnapshot queued(
            UUID id, UUID jobId, String jobName, Instant plannedAt, String triggeredBy) {
        return new OccurrenceSnapshot(
                id,
                jobId,
                jobName,
                OccurrenceState.QUEUED,
                1,
                plannedAt,
                null,
                null,
                null,
                null,
                triggeredBy);
    }
}
