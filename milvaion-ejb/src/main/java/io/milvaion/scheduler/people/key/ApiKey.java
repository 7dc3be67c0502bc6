package io.milvaion.scheduler.people.key;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.reach.Limit;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be told about a key.
 *
 * @param owner name of the account
 * @param prefix how the key begins
 * @param permissions names; null: all that the owner has
 * @param limit null: to no jobs
 * @param expiresAt null: never
 * @param revokedAt null until it is
 * @param lastUsedAt to the minute; null before the first use
 */
public record ApiKey(
        UUID id,
        String owner,
        String name,
        String prefix,
        @Nullable List<String> permissions,
        @Nullable Limit limit,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedAddress) {

    static ApiKey of(Row row) throws SQLException {
        return new ApiKey(
                row.uuid("id"),
                row.text("owner"),
                row.text("name"),
                row.text("prefix"),
                row.flag("scoped") ? row.texts("permissions") : null,
                Limit.of(row).orNull(),
                row.instant("created_at"),
                row.text("created_by"),
                row.instant("expires_at"),
                row.instant("revoked_at"),
                row.instant("last_used_at"),
                row.text("last_used_address"));
    }
}
