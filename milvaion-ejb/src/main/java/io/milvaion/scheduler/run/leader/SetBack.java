package io.milvaion.scheduler.run.leader;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A store that has lost what the other one knows of.
 *
 * @param kind as it is stored and counted
 * @param found one sentence: what was lost
 * @param done one sentence: what follows
 */
record SetBack(String kind, String found, String done) {

    private static final String DOUBT =
            "A new generation has begun: workers ask before they run what was published before,"
                    + " and the index is rebuilt";

    static SetBack ofRedis(Mark redis, Mark database) {
        var lost =
                redis.number() == 0
                        ? "Redis has lost its mark"
                        : "Redis has lost what came after %s, mark %d"
                                .formatted(redis.at(), redis.number());
        return new SetBack(
                "redis-set-back",
                "%s; PostgreSQL has %s, mark %d".formatted(lost, database.at(), database.number()),
                DOUBT);
    }

    static SetBack ofDatabase(Mark database, Mark redis) {
        return new SetBack(
                "database-set-back",
                "The database is older than %s, mark %d of Redis: it has %s, mark %d"
                        .formatted(redis.at(), redis.number(), database.at(), database.number()),
                DOUBT + "; runs that it does not know are refused");
    }

    /** Writes it down, in the caller's transaction. */
    void write(Connection connection) throws SQLException {
        Sql.of(
                        """
                        insert into repairs (id, kind, found, done)
                        values (:id, :kind, :found, :done)""")
                .with("id", TimeOrderedId.next(Instant.now()))
                .with("kind", kind)
                .with("found", found)
                .with("done", done)
                .update(connection);
    }
}
