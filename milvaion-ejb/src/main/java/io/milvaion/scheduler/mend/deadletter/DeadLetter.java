package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that nobody could handle.
 *
 * @param at when it was stored
 * @param queue where nobody could handle it; null if that cannot be told
 * @param routingKey the one that it had there, or null
 * @param bodyBytes how many it had; fewer may be stored
 * @param occurrenceId the one occurrence that it is about, or null
 */
public record DeadLetter(
        UUID id,
        Instant at,
        @Nullable String queue,
        @Nullable String routingKey,
        String reason,
        int bodyBytes,
        @Nullable UUID occurrenceId) {

    static DeadLetter of(Row row) throws SQLException {
        return new DeadLetter(
                row.uuid("id"),
                row.instant("at"),
                row.text("queue"),
                row.text("routing_key"),
                row.text("reason"),
                row.integer("body_bytes"),
                row.uuid("occurrence_id"));
    }
}
