package io.milvaion.scheduler.ground.health;

import com.rabbitmq.client.Channel;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerUnavailable;
import io.milvaion.platform.redis.LuaScript;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.health.Dependency.Answer;
import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import redis.clients.jedis.exceptions.JedisDataException;

/** One question to each dependency. The clocks of those that tell the time are compared. */
final class Questions {

    private static final int QUERY_LIMIT_SECONDS = 2;
    private static final String WRITE =
            """
            with terms as (update leader_terms set term = term where false),
                 plans as (update job_schedule set next_run_at = next_run_at where false),
                 runs as (update occurrences set state = state where false),
                 tries as (update attempts set state = state where false),
                 lines as (update occurrence_logs set level = level where false),
                 facts as (delete from untallied_runs where false),
                 counters as (update run_counters set count = count where false),
                 held as (update held_runs set job_id = job_id where false)
            update nodes set last_seen_at = last_seen_at where false""";
    private static final LuaScript PROBE = LuaScript.of(Questions.class, "probe.lua");
    private static final String BROKER = "broker"; // shows in its channels that it was away

    private final Database database;
    private final Redis redis;
    private final BrokerLink broker;
    private final ClockSkew skew;
    private final Clock clock = Clock.systemUTC();

    Questions(Database database, Redis redis, BrokerLink broker, ClockSkew skew) {
        this.database = database;
        this.redis = redis;
        this.broker = broker;
        this.skew = skew;
    }

    /** Reads from a table of the last migration's making, so an answer means migrated, too. */
    Answer postgresql() {
        return database.autocommit(
                connection ->
                        Sql.of(
                                        """
                                        select clock_timestamp() as now,
                                               pg_postmaster_start_time()::text as started,
                                               (select max(term) from leader_terms)""")
                                .answeredWithin(QUERY_LIMIT_SECONDS)
                                .one(connection, this::answer));
    }

    /**
     * Writes what the work writes, but no row of it: an update that finds none fails like any other
     * in a read-only database, and waits for the same locks.
     */
    Answer writes() {
        try {
            database.autocommit(
                    connection ->
                            Sql.of(WRITE).answeredWithin(QUERY_LIMIT_SECONDS).update(connection));
            return Answer.up("PostgreSQL");
        } catch (DatabaseUnavailable e) {
            return Answer.down("it takes no writes now: " + e.reason());
        }
    }

    private Answer answer(Row row) throws SQLException {
        skew.compare("PostgreSQL", row.instant("now"), clock.instant());
        return Answer.up(row.text("started"));
    }

    /** Writes, since a Redis without memory, or a replica of a lost primary, still answers. */
    Answer redis() {
        var keys = List.of(redis.keys().probe(), redis.keys().generation());
        List<?> told;
        try {
            told = (List<?>) PROBE.call(redis.pool(), keys, List.of());
        } catch (JedisDataException e) {
            return Answer.down("it takes no data now: " + e.getMessage());
        }
        var now =
                Instant.ofEpochSecond(
                        Long.parseLong((String) told.get(0)),
                        1_000 * Long.parseLong((String) told.get(1)));
        skew.compare("Redis", now, clock.instant());
        return Answer.up(told.size() > 2 ? (String) told.get(2) : null);
    }

    Answer broker() {
        var blocked = broker.blocked();
        if (blocked.isPresent()) {
            return new Answer(
                    Status.DEGRADED, "it takes no messages now: " + blocked.get(), BROKER);
        }
        return answers() ? Answer.up(BROKER) : Answer.down("cannot connect to " + broker.address());
    }

    private boolean answers() {
        if (broker.connected()) { // heartbeats of the connection find a dead one
            return true;
        }
        try (Channel channel = broker.openChannel()) {
            return channel.isOpen();
        } catch (BrokerUnavailable | IOException | TimeoutException e) {
            return false;
        }
    }
}
