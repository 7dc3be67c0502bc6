package io.milvaion.scheduler.ground.health;

import com.rabbitmq.client.Channel;
import io.milvaion.platform.amqp.Broker;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerUnavailable;
import io.milvaion.platform.redis.LuaScript;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import io.milvaion.scheduler.ground.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeoutException;
import redis.clients.jedis.exceptions.JedisDataException;

/** One question to each dependency. A failed one throws; an answer is reported. */
@ApplicationScoped
class DependencyProbes {

    private static final int QUERY_LIMIT_SECONDS = 2;
    private static final LuaScript PROBE = LuaScript.of(DependencyProbes.class, "probe.lua");

    @Inject Database database;
    @Inject Redis redis;
    @Inject Broker broker;
    @Inject SystemHealth health;
    @Inject ClockSkew skew;

    private final Clock clock = Clock.systemUTC();

    /** Reads a row of the last migration's making, so an answer means migrated, too. */
    void postgresql() {
        OffsetDateTime now =
                database.autocommit(
                        connection -> {
                            try (var query =
                                    connection.prepareStatement(
                                            "select clock_timestamp(), term from leader_terms")) {
                                query.setQueryTimeout(QUERY_LIMIT_SECONDS);
                                try (var row = query.executeQuery()) {
                                    row.next();
                                    return row.getObject(1, OffsetDateTime.class);
                                }
                            }
                        });
        skew.compare("PostgreSQL", now.toInstant(), clock.instant());
        health.report(SystemHealth.POSTGRESQL, Status.UP, "");
    }

    /** Writes, since a Redis without memory, or a replica of a lost primary, still answers. */
    void redis() {
        List<?> time;
        try {
            time = (List<?>) PROBE.call(redis.pool(), List.of(redis.keys().probe()), List.of());
        } catch (JedisDataException e) {
            health.report(
                    SystemHealth.REDIS, Status.DOWN, "it takes no data now: " + e.getMessage());
            return;
        }
        var now =
                Instant.ofEpochSecond(
                        Long.parseLong((String) time.get(0)),
                        1_000 * Long.parseLong((String) time.get(1)));
        skew.compare("Redis", now, clock.instant());
        health.report(SystemHealth.REDIS, Status.UP, "");
    }

    void broker() {
        var blocked = broker.publishing().blocked();
        if (blocked.isPresent()) {
            health.report(
                    SystemHealth.BROKER,
                    Status.DEGRADED,
                    "it takes no messages now: " + blocked.get());
        } else if (answers(broker.publishing())) {
            health.report(SystemHealth.BROKER, Status.UP, "");
        } else {
            health.report(
                    SystemHealth.BROKER,
                    Status.DOWN,
                    "cannot connect to " + broker.publishing().address());
        }
    }

    private static boolean answers(BrokerLink link) {
        if (link.connected()) { // heartbeats of the connection find a dead one
            return true;
        }
        try (Channel channel = link.openChannel()) {
            return channel.isOpen();
        } catch (BrokerUnavailable | IOException | TimeoutException e) {
            return false;
        }
    }
}
