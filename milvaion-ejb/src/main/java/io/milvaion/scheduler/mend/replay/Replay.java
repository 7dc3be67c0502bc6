package io.milvaion.scheduler.mend.replay;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Failed occurrences that are run again, and how far that has come.
 *
 * @param state running, paused, cancelled or done
 * @param presentDefinition whether new runs are by the present definition of their jobs
 * @param note or null
 * @param total items, exact from the start
 * @param done items that have become new runs
 * @param waiting items that will, unless it was cancelled
 * @param refused items that will not
 */
public record Replay(
        UUID id,
        String state,
        int ratePerSecond,
        boolean presentDefinition,
        @Nullable String note,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt,
        long total,
        long done,
        long waiting,
        long refused) {

    static final String RUNNING = "running";
    static final String PAUSED = "paused";
    static final String CANCELLED = "cancelled";
    static final String DONE = "done";

    static final String COLUMNS =
            "r.id, r.state, r.rate_per_second, r.present_definition, r.note, r.created_by,"
                    + " r.created_at, r.ended_at, r.total, r.done, r.refused";

    static Replay of(Row row) throws SQLException {
        long total = row.number("total");
        long done = row.number("done");
        long refused = row.number("refused");
        return new Replay(
                row.uuid("id"),
                row.text("state"),
                row.integer("rate_per_second"),
                row.flag("present_definition"),
                row.text("note"),
                row.text("created_by"),
                row.instant("created_at"),
                row.instant("ended_at"),
                total,
                done,
                total - done - refused,
                refused);
    }
}
