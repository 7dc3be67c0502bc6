package io.milvaion.scheduler.see.cluster;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A term, and how it ended.
 *
 * @param reason one sentence; null while it goes on
 */
public record LedTerm(
        long term,
        String node,
        Instant beganAt,
        @Nullable Instant endedAt,
        @Nullable String reason) {

    static List<LedTerm> last(Connection connection, int limit) throws SQLException {
        return Sql.of("select * from leader_history order by term desc limit :limit")
                .with("limit", limit)
                .list(connection, LedTerm::of);
    }

    private static LedTerm of(Row row) throws SQLException {
        return new LedTerm(
                row.number("term"),
                row.text("node"),
                row.instant("began_at"),
                row.instant("ended_at"),
                row.text("reason"));
    }
}
