package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.mend.recovery.Steadiness;
import io.milvaion.scheduler.mend.recovery.SweepSettings;
import io.milvaion.scheduler.run.leader.Leadership;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.state.index.WholeIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadFactory;

/**
 * When the reconciler looks: the leader, on a thread of its own, when its term begins, every hour,
 * and when somebody asks. Every node shows in its health what was repaired within the last hour,
 * and for a day that the database was set back.
 */
@ApplicationScoped
class ReconcileLoop implements Activity {

    private static final String COMPONENT = "repairs";
    private static final String DATABASE_AGE = "database age";
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HEALTH_EVERY = 10;

    @Inject Leadership leadership;
    @Inject Reconciler reconciler;
    @Inject ReconcileRuns runs;
    @Inject Steadiness steadiness;
    @Inject WholeIndex index;
    @Inject SystemHealth health;

    private Duration grace;
    private Term term; // this and the following: only the loop's thread
    private boolean rowsDue;
    private boolean indexDue;
    private long lookedAt;
    private int ticks;

    @Override
    public Turn turn() {
        return Turn.PORTIONS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        grace = SweepSettings.from(SettingsReader.ofApplication()).grace();
        return List.of(new Loop("reconciler", FIRST, this::step).start(threads));
    }

    private Duration step() throws Exception {
        if (ticks++ % HEALTH_EVERY == 0) {
            report();
        }
        return leadership.lead(this::look, PERIOD);
    }

    private Duration look(Term now) {
        var fence = new TermFence(now);
        if (reconciler.lookAtKeys(fence)) {
            index.lost();
        }
        boolean hourly = System.nanoTime() - lookedAt > HOUR.toNanos();
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
        return PERIOD;
    }

    private void report() {
        report(
                COMPONENT,
                runs.lastHour()
                        .map("states that cannot be were repaired within the last hour: "::concat));
        report(DATABASE_AGE, runs.databaseSetBack());
    }

    private void report(String component, Optional<String> flaw) {
        health.report(component, flaw.isPresent() ? Status.DEGRADED : Status.UP, flaw.orElse(""));
    }
}
