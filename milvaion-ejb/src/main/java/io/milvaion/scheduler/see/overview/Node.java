package io.milvaion.scheduler.see.overview;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process of the scheduler.
 *
 * @param leader whether it dispatches: it was elected last and is alive
 * @param alive whether it was heard of within the last 4 s
 */
public record Node(
        String id,
        @Nullable String address,
        @Nullable String version,
        boolean leader,
        boolean alive,
        Instant startedAt,
        Instant lastSeenAt) {

    static Node of(Row row) throws SQLException {
        return new Node(
                row.text("id"),
                row.text("address"),
                row.text("version"),
                row.flag("leader"),
                row.flag("alive"),
                row.instant("started_at"),
                row.instant("last_seen_at"));
    }
}
