package io.milvaion.scheduler.people.caller;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The number that is raised when a right is taken away, half a second old at most. */
@ApplicationScoped
class PeopleRevision {

    private static final Duration READ_AGAIN = Duration.ofMillis(500);

    @Inject Database database;

    private volatile long revision;
    private volatile long readAt; // 0 before the first time

    /**
     * @throws io.milvaion.scheduler.ground.persistence.DatabaseUnavailable if it cannot be read
     */
    long current() {
        if (isOld()) {
            readAgain();
        }
        return revision;
    }

    /** Somebody on this node has changed their own rights, and goes on with them. */
    void lookAgain() {
        readAt = 0;
    }

    private synchronized void readAgain() {
        if (isOld()) {
            long now = System.nanoTime();
            revision =
                    database.autocommit(
                            connection ->
                                    Sql.of("select revision from people_revision")
                                            .one(connection, row -> row.number("revision")));
            readAt = now;
        }
    }

    private boolean isOld() {
        return readAt == 0 || System.nanoTime() - readAt > READ_AGAIN.toNanos();
    }
}
