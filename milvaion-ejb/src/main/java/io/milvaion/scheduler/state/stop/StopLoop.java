package io.milvaion.scheduler.state.stop;

import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
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
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Has this node obey twice a second, on a thread of its own. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class StopLoop {

    private static final System.Logger LOG = System.getLogger(StopLoop.class.getName());
    private static final int PERIOD_MILLIS = 500;

    @Inject EmergencyStop stop;
    @Resource ManagedThreadFactory threads;

    private ScheduledThreadPoolExecutor loop;

    @PostConstruct
    void start() {
        tick();
        loop = new ScheduledThreadPoolExecutor(1, threads);
        loop.scheduleWithFixedDelay(
                this::tick, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            stop.refresh();
        } catch (DatabaseUnavailable e) {
            LOG.log(System.Logger.Level.DEBUG, "an emergency stop could not be looked for", e);
        } catch (RuntimeException e) { // the top of this thread
            LOG.log(System.Logger.Level.ERROR, "looking for an emergency stop failed", e);
        }
    }

    @PreDestroy
    void end() {
        loop.shutdownNow();
    }
}
