package io.milvaion.scheduler.run.dispatch;

import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.job.catalog.Replan;
import io.milvaion.scheduler.job.plan.ZoneWatch;
import io.milvaion.scheduler.run.leader.Leadership;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.time.zone.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Has jobs planned anew by the leader: in each new term, when rules of time zones have changed, and
 * now and then for zones that have come into use.
 */
@ApplicationScoped
class ReplanLoop implements Activity {

    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int EVERY = 60; // steps

    @Inject Leadership leadership;
    @Inject Replan replan;
    @Inject DrainLoop drain;
    @Inject ZoneWatch watch;

    private Term term; // this and the following: only the loop's thread
    private Zones zones;
    private int steps;

    @Override
    public Turn turn() {
        return Turn.QUIET;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(new Loop("replan", PERIOD, this::step).start(threads));
    }

    private Duration step() throws Exception {
        return leadership.lead(this::look, PERIOD);
    }

    private Duration look(Term present) {
        boolean newTerm = !present.equals(term);
        var inForce = newTerm ? watch.look() : Zones.current();
        if (!newTerm && inForce == zones && ++steps < EVERY) {
            return PERIOD;
        }
        if (replan.zones(new TermFence(present)::check) > 0) {
            drain.wake();
        }
        term = present;
        zones = inForce;
        steps = 0;
        return PERIOD;
    }
}
