package io.milvaion.scheduler.state.missed;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record of the missed-run ledger: planned instants that did not run, or one that ran late.
 *
 * @param id that of the occurrence, if it ran late
 * @param lastAt the last instant of a range; the same as {@code plannedAt} for one
 * @param count instants in the range
 * @param dispatchedAt when it was dispatched late, else null
 * @param lateMs how late, else null
 */
public record MissedRun(
        UUID id,
        UUID jobId,
        String jobName,
        Instant plannedAt,
        Instant lastAt,
        int count,
        MissedReason reason,
        @Nullable String detail,
        @Nullable Instant dispatchedAt,
        @Nullable Long lateMs,
        Instant createdAt) {

    static MissedRun ofSkipped(Row row) throws SQLException {
        var skipped = SkippedRun.of(row);
        return new MissedRun(
                skipped.id(),
                skipped.jobId(),
                skipped.jobName(),
                skipped.plannedAt(),
                skipped.lastAt(),
                skipped.count(),
                skipped.reason(),
                skipped.detail(),
                null,
                null,
                skipped.createdAt());
    }

    static MissedRun ofLate(Row row) throws SQLException {
        return new MissedRun(
                row.uuid("occurrence_id"),
                row.uuid("job_id"),
                row.text("display_name"),
                row.instant("planned_at"),
                row.instant("planned_at"),
                1,
                MissedReason.LATE,
                null,
                row.instant("dispatched_at"),
                row.number("late_ms"),
                row.instant("created_at"));
    }
}
