package io.milvaion.scheduler.people.session;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.people.secret.RandomText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements on {@code sessions} and {@code refresh_tokens}, within the caller's transaction. */
final class SessionRows {

    private static final int SHOWN = 200;

    /** A refresh token with the session that it belongs to. */
    record Presented(Session session, boolean used, boolean good) {

        static Presented of(Row row) throws SQLException {
            return new Presented(Session.of(row), row.flag("used"), row.flag("good"));
        }
    }

    private SessionRows() {}

    static void insert(Connection connection, Session session) throws SQLException {
        Sql.of(
                        """
                        insert into sessions (id, account_id, address, agent, created_at,
                                last_used_at, expires_at)
                        values (:id, :account, :address, :agent, :created, :used, :expires)""")
                .with("id", session.id())
                .with("account", session.accountId())
                .with("address", session.address())
                .with("agent", shortened(session.agent()))
                .with("created", session.createdAt())
                .with("used", session.lastUsedAt())
                .with("expires", session.expiresAt())
                .update(connection);
    }

    static void addToken(Connection connection, UUID session, String token, Instant now)
            throws SQLException {
        Sql.of(
                        """
                        insert into refresh_tokens (hash, session_id, created_at)
                        values (:hash, :session, :now)""")
                .with("hash", RandomText.hash(token))
                .with("session", session)
                .with("now", now)
                .update(connection);
    }

    /** Reads a token and locks its session: of two that present it, one comes second. */
    static Optional<Presented> present(Connection connection, String token, Instant now)
            throws SQLException {
        var hash = RandomText.hash(token);
        Sql.of(
                        """
                        select from sessions where id =
                            (select session_id from refresh_tokens where hash = :hash) for update""")
                .with("hash", hash)
                .found(connection);
        return Sql.of(
                        """
                        select s.*, t.used_at is not null as used,
                               s.ended_at is null and s.expires_at > :now and a.enabled as good
                          from refresh_tokens t
                          join sessions s on s.id = t.session_id
                          join accounts a on a.id = s.account_id
                         where t.hash = :hash""")
                .with("hash", hash)
                .with("now", now)
                .first(connection, Presented::of);
    }

    static void use(Connection connection, Session session, String token, String next)
            throws SQLException {
        var now = session.lastUsedAt();
        Sql.of("update refresh_tokens set used_at = :now where hash = :hash")
                .with("now", now)
                .with("hash", RandomText.hash(token))
                .update(connection);
        addToken(connection, session.id(), next, now);
        Sql.of(
                        """
                        update sessions
                           set last_used_at = :now, expires_at = :expires, address = :address
                         where id = :id""")
                .with("now", now)
                .with("expires", session.expiresAt())
                .with("address", session.address())
                .with("id", session.id())
                .update(connection);
    }

    /** Ends a session that lasts; tells whether it did. */
    static boolean end(Connection connection, UUID id, String reason) throws SQLException {
        return Sql.of(
                                """
                                update sessions set ended_at = now(), end_reason = :reason
                                 where id = :id and ended_at is null""")
                        .with("id", id)
                        .with("reason", reason)
                        .update(connection)
                == 1;
    }

    /** Likewise if it is the account's; tells whether it was. */
    static boolean endOwn(Connection connection, UUID id, UUID account) throws SQLException {
        return Sql.of(
                                """
                                update sessions set ended_at = now(), end_reason = 'ended by its owner'
                                 where id = :id and account_id = :account and ended_at is null""")
                        .with("id", id)
                        .with("account", account)
                        .update(connection)
                == 1;
    }

    /** Ends the sessions of an account, all or all but one. */
    static void endAll(Connection connection, UUID account, UUID but, String reason)
            throws SQLException {
        Sql.of("update sessions set ended_at = now(), end_reason = :reason")
                .with("reason", reason)
                .where("ended_at is null")
                .where("account_id = :account", account)
                .where("id <> :but", but)
                .update(connection);
    }

    /** Reads the sessions of an account that last, new ones first. */
    static List<Session> list(Connection connection, UUID account, UUID after, int limit)
            throws SQLException {
        return Sql.of("select * from sessions")
                .where("ended_at is null and expires_at > now()")
                .where("account_id = :account", account)
                .where("id < :after", after)
                .then("order by id desc limit :limit")
                .with("limit", limit)
                .list(connection, Session::of);
    }

    static void discardOld(Connection connection) throws SQLException {
        Sql.of("delete from sessions where expires_at < now() - interval '30 days'")
                .update(connection);
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN);
    }
}
