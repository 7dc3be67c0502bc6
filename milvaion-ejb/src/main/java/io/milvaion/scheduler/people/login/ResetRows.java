package io.milvaion.scheduler.people.login;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.people.secret.RandomText;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements on {@code password_resets}, within the caller's transaction. */
final class ResetRows {

    static final Duration GOOD_FOR = Duration.ofMinutes(30);

    private static final String OWNER = "select a.id, a.name, a.email from accounts a";

    /** Whose password it is. */
    record Owner(UUID account, String name, String email) {

        static Owner of(Row row) throws SQLException {
            return new Owner(row.uuid("id"), row.text("name"), row.text("email"));
        }
    }

    private ResetRows() {}

    /** Who may get a link: whose password is kept here, and whose address is known. */
    static List<Owner> owners(Connection connection, String nameOrMail) throws SQLException {
        return Sql.of(OWNER)
                .where("a.enabled and a.password is not null and a.email is not null")
                .where("lower(:text) in (lower(a.name), lower(a.email))", nameOrMail)
                .then("for update")
                .list(connection, Owner::of);
    }

    /** Adds a token in place of the one before. */
    static void insert(Connection connection, UUID account, String token) throws SQLException {
        Sql.of(
                        """
                        insert into password_resets (account_id, hash, created_at)
                        values (:account, :hash, now())
                        on conflict (account_id) do update
                           set hash = excluded.hash, created_at = excluded.created_at""")
                .with("account", account)
                .with("hash", RandomText.hash(token))
                .update(connection);
    }

    /** Whose token this is, while it is good. */
    static Optional<Owner> find(Connection connection, String token) throws SQLException {
        return Sql.of(OWNER + " join password_resets r on r.account_id = a.id")
                .where("a.enabled")
                .where("r.hash = :hash", RandomText.hash(token))
                .where("r.created_at > now() - :seconds * interval '1 second'", seconds())
                .first(connection, Owner::of);
    }

    /** Uses a good one up; false if there is none. */
    static boolean use(Connection connection, String token) throws SQLException {
        return Sql.of(
                                """
                                delete from password_resets
                                 where hash = :hash
                                   and created_at > now() - :seconds * interval '1 second'""")
                        .with("hash", RandomText.hash(token))
                        .with("seconds", seconds())
                        .update(connection)
                == 1;
    }

    private static long seconds() {
        return GOOD_FOR.toSeconds();
    }
}
