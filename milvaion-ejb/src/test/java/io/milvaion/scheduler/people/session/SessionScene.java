package io.milvaion.scheduler.people.session;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.people.secret.AtRest;
import io.milvaion.scheduler.people.secret.Sealing;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Sessions as one node has them; several scenes over one database are several nodes. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container here that would inject
public final class SessionScene {

    public static final String SECRET = "the secret of an installation of tests";

    public final Sessions sessions = new Sessions();
    public final AccessTokens tokens = new AccessTokens();
    final SigningKeys keys = new SigningKeys();

    public SessionScene(Database database) {
        this(database, Optional.of(SECRET));
    }

    SessionScene(Database database, Optional<String> secret) {
        keys.database = database;
        keys.rows = new SigningKeyRows();
        keys.rows.atRest = new AtRest(secret.map(Sealing::new));
        tokens.keys = keys;
        sessions.database = database;
        sessions.access = tokens;
        sessions.settings =
                new SessionSettings(
                        Duration.ofMinutes(10), Duration.ofHours(12), Duration.ofHours(24));
    }

    /** Has this node think that it is another time. */
    public SessionScene at(Duration fromNow) {
        var then = Clock.offset(Clock.systemUTC(), fromNow);
        sessions.clock = then;
        tokens.clock = then;
        keys.clock = then;
        return this;
    }
}
