package io.milvaion.scheduler.ground.health;

import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Asks PostgreSQL, Redis and the broker every second how they are, each on a thread of its own: one
 * that does not answer holds up nothing, and its last report grows old. An EJB, since CDI's own
 * start event comes before the container's resources can be injected.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class DependencyLoop {

    @Inject DependencyProbes probes;
    @Inject SystemHealth health;
    @Resource ManagedThreadFactory threads;

    private ScheduledThreadPoolExecutor loop;

    @PostConstruct
    void start() {
        loop = new ScheduledThreadPoolExecutor(3, threads);
        everySecond(SystemHealth.POSTGRESQL, probes::postgresql);
        everySecond(SystemHealth.REDIS, probes::redis);
        everySecond(SystemHealth.BROKER, probes::broker);
    }

    private void everySecond(String component, Runnable probe) {
        Runnable step =
                () -> {
                    try {
                        probe.run();
                    } catch (RuntimeException e) { // the top of this thread
                        health.report(component, Status.DOWN, "failed with " + reason(e));
                    }
                };
        loop.scheduleWithFixedDelay(step, 0, 1, TimeUnit.SECONDS);
    }

    /** The kind of failure: texts of drivers name hosts and users. */
    private static String reason(RuntimeException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof SQLException sql
                ? "SQLSTATE " + sql.getSQLState()
                : root.getClass().getSimpleName();
    }

    @PreDestroy
    void stop() {
        loop.shutdownNow();
    }
}
