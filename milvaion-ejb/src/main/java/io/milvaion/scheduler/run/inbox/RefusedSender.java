package io.milvaion.scheduler.run.inbox;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Somebody who sends messages that are not heard.
 *
 * @param group as they state it; empty: none
 * @param reason unsigned, forged, contradictory or foreign
 */
public record RefusedSender(
        long id,
        String group,
        String instance,
        String reason,
        long count,
        Instant firstAt,
        Instant lastAt) {

    static RefusedSender of(Row row) throws SQLException {
        return new RefusedSender(
                row.number("id"),
                row.text("worker_group"),
                row.text("instance_id"),
                row.text("reason"),
                row.number("count"),
                row.instant("first_at"),
                row.instant("last_at"));
    }
}
