package io.milvaion.scheduler.state.missed;

import io.milvaion.scheduler.state.occurrence.OccurrenceId;
import java.time.Instant;
import java.util.UUID;

/**
 * A planned instant that did not become an occurrence, or a range of them: a line of the missed-run
 * ledger.
 *
 * @param id derived, so that a replay writes it once
 * @param last the same as first for a single instant
 * @param detail what was in the way or stands for it, or null
 */
public record Skip(
        UUID id,
        UUID jobId,
        Instant first,
        Instant last,
        int count,
        MissedReason reason,
        String detail) {

    public static Skip one(UUID jobId, Instant plannedAt, MissedReason reason, String detail) {
        return new Skip(
                OccurrenceId.planned(jobId, plannedAt),
                jobId,
                plannedAt,
                plannedAt,
                1,
                reason,
                detail);
    }

    public static Skip range(
            UUID jobId,
            Instant first,
            Instant last,
            int count,
            MissedReason reason,
            String detail) {
        return count == 1
                ? one(jobId, first, reason, detail)
                : new Skip(
                        OccurrenceId.skippedRange(jobId, first, last),
                        jobId,
                        first,
                        last,
                        count,
                        reason,
                        detail);
    }
}
