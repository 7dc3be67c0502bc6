package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.mend.recovery.Steadiness;
import io.milvaion.scheduler.mend.recovery.SweepSettings;
import io.milvaion.scheduler.run.leader.Leadership;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.run.leader.TermFence;
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
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.exceptions.JedisException;

/**
 * When the reconciler looks: the leader, on a thread of its own, when its term begins, every hour,
 * and when somebody asks. Every node shows in its health what was repaired within the last hour.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ReconcileLoop {

    private static final System.Logger LOG = System.getLogger(ReconcileLoop.class.getName());
    private static final String COMPONENT = "repairs";
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int HEALTH_EVERY = 10;

    @Inject Leadership leadership;
    @Inject Reconciler reconciler;
    @Inject ReconcileRuns runs;
    @Inject Steadiness steadiness;
    @Inject SystemHealth health;
    @Resource ManagedThreadFactory threads;

    private ScheduledThreadPoolExecutor loop;
    private Duration grace;
    private Term term; // this and the following: only the loop's thread
    private boolean rowsDue;
    private boolean indexDue;
    private long lookedAt;
    private int ticks;

    @PostConstruct
    void start() {
        grace = SweepSettings.from(SettingsReader.ofApplication()).grace();
        loop = new ScheduledThreadPoolExecutor(1, threads);
        loop.scheduleWithFixedDelay(this::tick, 2, 1, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            if (ticks++ % HEALTH_EVERY == 0) {
                report();
            }
            var leading = leadership.term();
            if (leading.isPresent()) {
                lead(leading.get());
            }
        } catch (JedisException | DatabaseUnavailable e) {
            LOG.log(System.Logger.Level.DEBUG, "the reconciler waits", e);
        } catch (RuntimeException e) { // the top of this thread
            LOG.log(System.Logger.Level.ERROR, "the reconciler failed; it is tried again", e);
        }
    }

    private void lead(Term now) {
        try {
            look(now);
        } catch (TermFence.Refused e) {
            leadership.stepDown(now);
        }
    }

    private void look(Term now) {
        var fence = new TermFence(now);
        if (reconciler.lookAtKeys(fence)) {
            leadership.dataStillLost();
        }
        boolean hourly = System.nanoTime() - lookedAt > PERIOD.toNanos();
        if (!now.equals(term) || hourly) {
            term = now;
            rowsDue = true;
            indexDue = true;
            lookedAt = System.nanoTime();
        }
        List<UUID> asked = runs.waiting();
        int repaired = 0;
        if (rowsDue || !asked.isEmpty()) {
            repaired = reconciler.lookAtRows(fence, !asked.isEmpty());
            rowsDue = false;
        }
        if ((indexDue || !asked.isEmpty()) && steadiness.steadyFor().compareTo(grace) >= 0) {
            repaired += reconciler.lookAtIndex(fence);
            indexDue = false;
        } else if (!asked.isEmpty()) {
            indexDue = true; // what rests on Redis is looked at after the time of grace
        }
        if (!asked.isEmpty() || hourly) {
            runs.ended(asked, repaired);
        }
        if (repaired > 0) {
            report();
        }
    }

    private void report() {
        runs.lastHour()
                .ifPresentOrElse(
                        kinds ->
                                health.report(
                                        COMPONENT,
                                        Status.DEGRADED,
                                        "states that cannot be were repaired within the last"
                                                + " hour: "
                                                + kinds),
                        () -> health.report(COMPONENT, Status.UP, ""));
    }

    @PreDestroy
    void stop() {
        loop.shutdownNow();
    }
}
