package io.milvaion.scheduler.people.key;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.people.role.Permission;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements on {@code api_keys}, within the caller's transaction. */
final class KeyRows {

    private static final String COLUMNS =
            """
            select k.*, k.permissions is not null as scoped, a.name as owner
              from api_keys k join accounts a on a.id = k.account_id""";

    private KeyRows() {}

    /**
     * Adds a key; one with the same text stays as it is.
     *
     * @return its id
     */
    static UUID insert(Connection connection, NewKey key, KeyText text, String actor)
            throws SQLException {
        var now = Clock.systemUTC().instant();
        var id = TimeOrderedId.next(now);
        var statement =
                Sql.of(
                                """
                                insert into api_keys (id, account_id, name, prefix, hash,
                                        permissions, limit_tags, limit_worker_groups,
                                        created_at, created_by, expires_at)
                                values (:id, :owner, :name, :prefix, :hash,
                                        :permissions, :limitTags, :limitGroups,
                                        :now, :actor, :expires)
                                on conflict (hash) do nothing""")
                        .with("id", id)
                        .with("owner", key.owner())
                        .with("name", key.name())
                        .with("prefix", text.prefix())
                        .with("hash", text.hash())
                        .with("now", now)
                        .with("actor", actor)
                        .with("expires", key.expiresAt());
        var permissions = key.permissions();
        key.limit()
                .bind(statement)
                .texts(
                        "permissions",
                        permissions == null
                                ? null
                                : permissions.stream().map(Permission::id).toList())
                .update(connection);
        return id;
    }

    static Optional<ApiKey> find(Connection connection, UUID id) throws SQLException {
        return Sql.of(COLUMNS).where("k.id = :id", id).first(connection, ApiKey::of);
    }

    /**
     * Reads keys, new ones first.
     *
     * @param owner null: of all accounts
     */
    static List<ApiKey> list(Connection connection, UUID owner, UUID after, int limit)
            throws SQLException {
        return Sql.of(COLUMNS)
                .where("k.account_id = :owner", owner)
                .where("k.id < :after", after)
                .then("order by k.id desc limit :limit")
                .with("limit", limit)
                .list(connection, ApiKey::of);
    }

    /** Ends a key at an instant, unless it ends sooner. */
    static void expire(Connection connection, UUID id, Instant at) throws SQLException {
        Sql.of("update api_keys set expires_at = least(expires_at, :at) where id = :id")
                .with("at", at)
                .with("id", id)
                .update(connection);
    }

    static void lock(Connection connection, UUID id) throws SQLException {
        Sql.of("select from api_keys where id = :id for update").with("id", id).found(connection);
    }

    static void revoke(Connection connection, UUID id) throws SQLException {
        Sql.of("update api_keys set revoked_at = coalesce(revoked_at, now()) where id = :id")
                .with("id", id)
                .update(connection);
    }

    static void noteUse(Connection connection, UUID id, String address) throws SQLException {
        Sql.of(
                        """
                        update api_keys set last_used_at = now(), last_used_address = :address
                         where id = :id""")
                .with("address", address)
                .with("id", id)
                .update(connection);
    }
}
