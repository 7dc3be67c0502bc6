package io.milvaion.scheduler.ground.health;

import io.milvaion.platform.amqp.Broker;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** PostgreSQL, Redis and the broker, as they answer this node. Safe to share. */
@ApplicationScoped
public class Dependencies {

    private Dependency writes;
    private Dependency postgresql;
    private Dependency redisServer;
    private List<Dependency> all;

    protected Dependencies() {} // for the container's proxy

    @Inject
    Dependencies(
            Database database, Redis redis, Broker broker, SystemHealth health, ClockSkew skew) {
        this(database, redis, broker.publishing(), health, skew);
    }

    public Dependencies(Database database, Redis redis, BrokerLink link, SystemHealth health) {
        this(database, redis, link, health, new ClockSkew(health));
    }

    private Dependencies(
            Database database, Redis redis, BrokerLink link, SystemHealth health, ClockSkew skew) {
        var questions = new Questions(database, redis, link, skew);
        writes =
                new Dependency(
                        SystemHealth.WRITES, KnownSettings.DB_URL.key(), questions::writes, health);
        postgresql =
                new Dependency(
                        SystemHealth.POSTGRESQL,
                        KnownSettings.DB_URL.key(),
                        questions::postgresql,
                        health);
        redisServer = new Dependency(SystemHealth.REDIS, redis.address(), questions::redis, health);
        all =
                List.of(
                        writes,
                        postgresql,
                        redisServer,
                        new Dependency(
                                SystemHealth.BROKER, link.address(), questions::broker, health));
    }

    List<Dependency> all() {
        return all;
    }

    /** Asks all of them now, for a decision that must not rest on older answers. */
    public void ask() {
        all.forEach(Dependency::ask);
    }

    /** Whether PostgreSQL takes what the work writes. */
    public boolean takesWrites() {
        return writes.answers();
    }

    /** Whether all answer. */
    public boolean answer() {
        return all.stream().allMatch(Dependency::answers);
    }

    /** How long PostgreSQL takes to answer this node, with the wait for a connection. */
    public Optional<Duration> postgresqlLatency() {
        return postgresql.latency();
    }

    /** Likewise Redis. */
    public Optional<Duration> redisLatency() {
        return redisServer.latency();
    }

    /** For how long all have answered without interruption, flush or fail-over. */
    public Duration steadyFor() {
        return Collections.min(all.stream().map(Dependency::steadyFor).toList());
    }
}
