package io.milvaion.scheduler.people.login;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Slows guesses down: after some attempts each further one blocks the name at that address for
 * twice as long as the one before, up to a quarter of an hour. All nodes count together. Counted is
 * before the password is looked at, so that many at once are not many for the price of one.
 */
@ApplicationScoped
public class LoginThrottle {

    private static final int LONGEST_SECONDS = 900;

    @Inject Database database;

    /**
     * Counts an attempt.
     *
     * @throws TooManyLogins if it must wait; nothing is counted then
     */
    void count(String name, String address) {
        count(Subject.of(name, address));
    }

    /** Likewise of any subjects, in the order in which they are locked. */
    void count(List<Subject> subjects) {
        database.transaction(
                connection -> {
                    discardOld(connection);
                    for (var subject : subjects) {
                        count(connection, subject);
                    }
                    return null;
                });
    }

    /** The attempt was none to guess: it counts no more, nor do others with this name from here. */
    void forgive(String name, String address) {
        database.transaction(
                connection -> {
                    for (var subject : Subject.of(name, address)) {
                        forgive(connection, subject);
                    }
                    return null;
                });
    }

    /** The attempt was none to guess; others were, and still count. */
    void takeBack(String name, String address) {
        database.transaction(
                connection -> {
                    for (var subject : Subject.of(name, address)) {
                        takeBack(connection, subject);
                    }
                    return null;
                });
    }

    private static void count(Connection connection, Subject subject) throws SQLException {
        boolean counted =
                Sql.of(
                                """
                                insert into login_attempts as a (subject, attempts, last_at)
                                values (:subject, 1, now())
                                on conflict (subject) do update
                                   set attempts = a.attempts + 1, last_at = now(),
                                       blocked_until = case when a.attempts + 1 >= :free
                                           then now() + least(power(2, least(a.attempts + 1 - :free, 20)),
                                                              :longest) * interval '1 second' end
                                 where coalesce(a.blocked_until, now()) <= now()
                                returning attempts""")
                        .with("subject", subject.hash())
                        .with("free", subject.free())
                        .with("longest", LONGEST_SECONDS)
                        .found(connection);
        if (!counted) {
            throw new TooManyLogins(wait(connection, subject));
        }
    }

    private static Duration wait(Connection connection, Subject subject) throws SQLException {
        return Sql.of(
                        """
                        select ceil(extract(epoch from blocked_until - now()))::bigint as seconds
                          from login_attempts where subject = :subject""")
                .with("subject", subject.hash())
                .first(connection, row -> Duration.ofSeconds(Math.max(1, row.number("seconds"))))
                .orElse(Duration.ofSeconds(1));
    }

    private static void forgive(Connection connection, Subject subject) throws SQLException {
        if (subject.text().startsWith("address ")) {
            takeBack(connection, subject);
        } else {
            Sql.of("delete from login_attempts where subject = :subject")
                    .with("subject", subject.hash())
                    .update(connection);
        }
    }

    private static void takeBack(Connection connection, Subject subject) throws SQLException {
        Sql.of(
                        """
                        update login_attempts set attempts = attempts - 1, blocked_until = null
                         where subject = :subject""")
                .with("subject", subject.hash())
                .update(connection);
    }

    private static void discardOld(Connection connection) throws SQLException {
        Sql.of("delete from login_attempts where last_at < now() - interval '1 day'")
                .update(connection);
    }
}
