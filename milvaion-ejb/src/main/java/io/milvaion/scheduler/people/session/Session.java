package io.milvaion.scheduler.people.session;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A login.
 *
 * @param address from where it was used last
 * @param agent what the program of the user calls itself
 * @param lastUsedAt when it was refreshed last
 */
public record Session(
        UUID id,
        UUID accountId,
        String address,
        String agent,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt) {

    static Session of(Row row) throws SQLException {
        return new Session(
                row.uuid("id"),
                row.uuid("account_id"),
                row.text("address"),
                row.text("agent"),
                row.instant("created_at"),
                row.instant("last_used_at"),
                row.instant("expires_at"));
    }
}
