package io.milvaion.scheduler.mend.recovery;

import com.rabbitmq.client.ShutdownSignalException;
import io.milvaion.platform.amqp.BrokerUnavailable;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.state.publish.QueueDepths;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import redis.clients.jedis.exceptions.JedisException;

/**
 * For how long Redis, PostgreSQL and the broker have answered this node without interruption, flush
 * or fail-over. The start of the node counts as an interruption. Every node keeps watch, so that a
 * new leader knows at once. {@link #probe} belongs to one thread; the rest is safe to share.
 */
@ApplicationScoped
public class Steadiness {

    private Redis redis;
    private Database database;
    private QueueDepths depths;
    private RedisClock clock;
    private String generation;
    private String server;
    private volatile long interruptedNanos = System.nanoTime();
    private volatile Instant interruptedAt = Instant.MIN;

    protected Steadiness() {} // for the container's proxy

    @Inject
    public Steadiness(Redis redis, Database database, QueueDepths depths, RedisClock clock) {
        this.redis = redis;
        this.database = database;
        this.depths = depths;
        this.clock = clock;
    }

    /** Asks all three; called every second. */
    public void probe() {
        if (interruptedAt.equals(Instant.MIN)) {
            interrupted();
        }
        try {
            generation = same(generation, redis.pool().get(redis.keys().generation()));
            server = same(server, database.autocommit(Steadiness::serverStart));
            depths.look();
        } catch (JedisException
                | DatabaseUnavailable
                | BrokerUnavailable
                | IOException
                | ShutdownSignalException e) {
            System.getLogger(Steadiness.class.getName())
                    .log(System.Logger.Level.DEBUG, "interrupted", e);
            interrupted();
        }
    }

    public Duration steadyFor() {
        return Duration.ofNanos(System.nanoTime() - interruptedNanos);
    }

    /** The last interruption, by the Redis clock. */
    public Instant interruptedAt() {
        return interruptedAt;
    }

    private String same(String before, String now) {
        if (now == null || !Objects.equals(before, now)) {
            interrupted();
        }
        return now;
    }

    private void interrupted() {
        interruptedNanos = System.nanoTime();
        interruptedAt = clock.now();
    }

    private static String serverStart(Connection connection) throws SQLException {
        return Sql.of("select pg_postmaster_start_time()::text as started")
                .one(connection, row -> row.text("started"));
    }
}
