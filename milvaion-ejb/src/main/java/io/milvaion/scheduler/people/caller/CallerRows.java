package io.milvaion.scheduler.people.caller;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.people.elsewhere.Identity;
import io.milvaion.scheduler.people.elsewhere.ShadowRows;
import io.milvaion.scheduler.people.factor.FactorMode;
import io.milvaion.scheduler.people.foreign.ForeignToken;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.people.role.Rights;
import io.milvaion.scheduler.people.role.Role;
import io.milvaion.scheduler.people.role.Roles;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads callers, in the caller's connection. */
final class CallerRows {

    /** An account with what its owner was recognised by. */
    private record Found(
            UUID account,
            String name,
            Caller.By by,
            Set<Permission> scope, // null: whatever the account has
            First first,
            Instant expiresAt) {}

    private CallerRows() {}

    /**
     * Whoever has logged in; empty unless the session lasts and the account is enabled. How strong
     * a login at a provider must be is said there; a directory knows passwords only.
     */
    static Optional<Caller> bySession(Connection connection, UUID session, FactorMode mode)
            throws SQLException {
        return complete(
                connection,
                Sql.of(
                                """
                                select a.id as account, a.name, a.must_change_password, s.id,
                                       s.expires_at, a.password is not null and not exists
                                       (select from second_factors f where f.account_id = a.id
                                           and f.confirmed_at is not null)
                                       and not exists (select from account_identities i
                                         where i.account_id = a.id and i.issuer <> :directory)
                                           as lacks_factor
                                  from sessions s join accounts a on a.id = s.account_id
                                 where s.id = :id and s.ended_at is null
                                   and s.expires_at > now() and a.enabled""")
                        .with("id", session)
                        .with("directory", Identity.DIRECTORY)
                        .first(connection, row -> session(row, mode)));
    }

    /** Likewise the owner of a key. */
    static Optional<Caller> byKey(Connection connection, byte[] hash) throws SQLException {
        return complete(
                connection,
                Sql.of(
                                """
                                select a.id as account, a.name, k.id, k.name as key, k.hash, k.expires_at,
                                       k.permissions is not null as scoped, k.permissions,
                                       k.limit_tags, k.limit_worker_groups
                                  from api_keys k join accounts a on a.id = k.account_id
                                 where k.hash = :hash and k.revoked_at is null and a.enabled
                                   and (k.expires_at is null or k.expires_at > now())""")
                        .with("hash", hash)
                        .first(connection, CallerRows::key));
    }

    /**
     * What is permitted to whoever has begun something that lasts.
     *
     * @param key that was shown, or null
     */
    static Rights lasting(Connection connection, UUID account, UUID key) throws SQLException {
        var rights = Roles.of(connection, account);
        return Sql.of(
                        """
                        select k.id is not null as by_key, k.permissions is not null as scoped,
                               k.permissions, k.limit_tags, k.limit_worker_groups
                          from accounts a
                          left join api_keys k
                            on k.id = :key and k.account_id = a.id and k.revoked_at is null
                           and (k.expires_at is null or k.expires_at > now())
                         where a.id = :account and a.enabled
                           and (:key::uuid is null or k.id is not null)""")
                .with("account", account)
                .with("key", key)
                .first(connection, row -> row.flag("by_key") ? within(rights, row) : rights)
                .orElse(Rights.NONE);
    }

    private static Rights within(Rights rights, Row row) throws SQLException {
        return rights.within(
                row.flag("scoped") ? Role.permissions(row.texts("permissions")) : null,
                Limit.of(row));
    }

    /** Whoever such a token is of, with its roles; empty if their account here is disabled. */
    static Optional<Caller> byForeign(Connection connection, ForeignToken token)
            throws SQLException {
        var account = ShadowRows.require(connection, token.identity());
        if (!account.enabled()) {
            return Optional.empty();
        }
        return Optional.of(
                new Caller(
                        account.name(),
                        account.id(),
                        new Caller.By.Foreign(token),
                        Roles.rights(connection, token.roles()),
                        First.NOTHING,
                        token.expiresAt()));
    }

    private static Found session(Row row, FactorMode mode) throws SQLException {
        return new Found(
                row.uuid("account"),
                row.text("name"),
                new Caller.By.Token(row.uuid("id")),
                null,
                First.of(
                        row.flag("must_change_password"),
                        mode == FactorMode.REQUIRED && row.flag("lacks_factor")),
                row.instant("expires_at"));
    }

    private static Found key(Row row) throws SQLException {
        return new Found(
                row.uuid("account"),
                row.text("name"),
                new Caller.By.Key(
                        row.uuid("id"),
                        row.text("key"),
                        HexFormat.of().formatHex(row.bytes("hash")),
                        Limit.of(row)),
                row.flag("scoped") ? Role.permissions(row.texts("permissions")) : null,
                First.NOTHING,
                row.instant("expires_at"));
    }

    private static Optional<Caller> complete(Connection connection, Optional<Found> found)
            throws SQLException {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var known = found.get();
        var rights = Roles.of(connection, known.account());
        return Optional.of(
                new Caller(
                        known.name(),
                        known.account(),
                        known.by(),
                        known.by() instanceof Caller.By.Key key
                                ? rights.within(known.scope(), key.limit())
                                : rights,
                        known.first(),
                        known.expiresAt()));
    }
}
