package io.milvaion.scheduler.state.stop;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One emergency stop.
 *
 * @param resumeReason null if none was given
 * @param resumedBy null while it lasts
 * @param resumedAt null while it lasts
 */
public record DispatchStop(
        UUID id,
        String reason,
        String stoppedBy,
        Instant stoppedAt,
        @Nullable String resumeReason,
        @Nullable String resumedBy,
        @Nullable Instant resumedAt) {

    static DispatchStop of(Row row) throws SQLException {
        return new DispatchStop(
                row.uuid("id"),
                row.text("reason"),
                row.text("stopped_by"),
                row.instant("stopped_at"),
                row.text("resume_reason"),
                row.text("resumed_by"),
                row.instant("resumed_at"));
    }
}
