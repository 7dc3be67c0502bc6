package io.milvaion.scheduler.state.pause;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some jobs are not dispatched.
 *
 * @param until when it ends by itself; null: when somebody ends it
 */
public record Pause(
        UUID id,
        PauseScope scope,
        String reason,
        String pausedBy,
        Instant pausedAt,
        @Nullable Instant until) {

    /** Why something does not run, in a sentence for people. */
    public String sentence() {
        return "%s is paused by %s%s: %s"
                .formatted(scope.words(), pausedBy, until == null ? "" : " until " + until, reason);
    }

    static Pause of(Row row) throws SQLException {
        return new Pause(
                row.uuid("id"),
                new PauseScope(row.text("job_type"), row.text("worker_group"), row.text("tag")),
                row.text("reason"),
                row.text("paused_by"),
                row.instant("paused_at"),
                row.instant("ends_at"));
    }
}
