package io.milvaion.scheduler.ground.health;

import io.milvaion.platform.amqp.Broker;
import io.milvaion.platform.loop.Loop;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Asks PostgreSQL, Redis and the broker every second how they are, each on a thread of its own: one
 * that does not answer holds up nothing, and its last report grows old.
 */
@ApplicationScoped
class DependencyLoop implements Activity {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    @Inject DependencyProbes probes;
    @Inject SystemHealth health;
    @Inject Redis redis;
    @Inject Broker broker;

    @Override
    public Turn turn() {
        return Turn.NEWS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(
                everySecond(SystemHealth.POSTGRESQL, "milvaion.db.url", probes::postgresql)
                        .start(threads),
                everySecond(SystemHealth.REDIS, redis.address(), probes::redis).start(threads),
                everySecond(SystemHealth.BROKER, broker.publishing().address(), probes::broker)
                        .start(threads));
    }

    /**
     * @param where the address, if it is known, and the setting that says so
     */
    private Loop everySecond(String component, String where, Runnable probe) {
        return Loop.every(
                component + " probe",
                Duration.ZERO,
                PERIOD,
                () -> {
                    try {
                        probe.run();
                    } catch (RuntimeException e) { // whatever it is, it does not answer
                        health.report(
                                component, Status.DOWN, "failed with " + reason(e) + ", " + where);
                    }
                });
    }

    /** The kind of failure: texts of drivers name users. */
    private static String reason(RuntimeException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof SQLException sql
                ? "SQLSTATE " + sql.getSQLState()
                : root.getClass().getSimpleName();
    }
}
