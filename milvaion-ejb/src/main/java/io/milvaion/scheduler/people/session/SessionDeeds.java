package io.milvaion.scheduler.people.session;

import io.milvaion.scheduler.ground.audit.Acting;
import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** What the audit is told of sessions, within the caller's transaction. */
final class SessionDeeds {

    private static final String SESSION = "session";

    private SessionDeeds() {}

    /** Whoever logs in has not been known before. */
    static void login(Connection connection, Session session, String name) throws SQLException {
        var deed = Deed.of("session.login").on(SESSION, session.id(), session.agent());
        Audit.record(connection, Acting.now().knownAs(session.accountId(), name), deed);
    }

    static void refreshed(Connection connection, Session session) throws SQLException {
        Audit.record(
                connection, Deed.of("session.refresh").on(SESSION, session.id(), session.agent()));
    }

    /** A refresh token was used twice: one of the two has stolen it. */
    static void reused(Connection connection, UUID id) throws SQLException {
        Audit.record(
                connection,
                Deed.of("session.refresh")
                        .on(SESSION, id, null)
                        .notDone(
                                Deed.Outcome.REFUSED,
                                401,
                                "a refresh token was used twice: the session was ended"));
    }

    static void othersEnded(Connection connection, UUID account) throws SQLException {
        Audit.record(connection, Deed.of("session.endOthers").on("account", account, null));
    }

    /** Returns whether it was ended, as it is told. */
    static boolean ended(Connection connection, boolean ended, String action, UUID id)
            throws SQLException {
        if (ended) {
            Audit.record(connection, Deed.of(action).on(SESSION, id, null));
        }
        return ended;
    }
}
