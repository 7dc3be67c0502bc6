package io.milvaion.scheduler.state.missed;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A planned instant that did not run, or several.
 *
 * @param lastAt the last instant of a range; the same as {@code plannedAt} for one
 * @param count instants in the range
 */
public record SkippedRun(
        UUID id,
        UUID jobId,
        String jobName,
        Instant plannedAt,
        Instant lastAt,
        int count,
        MissedReason reason,
        @Nullable String detail,
        Instant createdAt) {

    static SkippedRun of(Row row) throws SQLException {
        return new SkippedRun(
                row.uuid("id"),
                row.uuid("job_id"),
                row.text("display_name"),
                row.instant("planned_at"),
                row.instant("last_at"),
                row.integer("count"),
                MissedReason.of(row.text("reason")),
                row.text("detail"),
                row.instant("created_at"));
    }
}
