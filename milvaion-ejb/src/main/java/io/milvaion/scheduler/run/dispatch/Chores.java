package io.milvaion.scheduler.run.dispatch;

import io.milvaion.platform.loop.Loop;
import io.milvaion.platform.loop.Task;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.redis.Generation;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.job.calendar.Replannings;
import io.milvaion.scheduler.job.catalog.AutoDisable;
import io.milvaion.scheduler.job.plan.DelayedRuns;
import io.milvaion.scheduler.job.plan.ScheduleSync;
import io.milvaion.scheduler.run.leader.Leadership;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.state.index.WholeIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * What the leader does beside dispatching, once a second: it plans what follows the end of runs,
 * and keeps the index true to PostgreSQL.
 */
@ApplicationScoped
class Chores implements Activity, Task {

    private static final System.Logger LOG = System.getLogger(Chores.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final int OVERDUE_EVERY = 30;
    private static final int UNSYNCED = 5_000;
    private static final int REPLANNED = 200;

    @Inject Leadership leadership;
    @Inject Rebuild rebuild;
    @Inject Generation generation;
    @Inject WholeIndex index;
    @Inject OverdueSweep overdue;
    @Inject RedisClock clock;
    @Inject ScheduleSync sync;
    @Inject Replannings replannings;
    @Inject DelayedRuns delayed;
    @Inject AutoDisable autoDisable;
    @Inject DrainLoop drain;

    private Term lastTerm; // this and the following: only the loop's thread
    private int sinceOverdue;

    @Override
    public Turn turn() {
        return Turn.QUIET;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(Loop.every("chores", PERIOD, this).start(threads));
    }

    @Override
    public void run() {
        leadership.term().ifPresent(this::lead);
    }

    private void lead(Term term) {
        boolean newTerm = !term.equals(lastTerm);
        replannings.run(REPLANNED);
        delayed.plan();
        if (sync.syncUnsynced(UNSYNCED) > 0) {
            drain.wake();
        }
        autoDisable.settle();
        if (index.isLost()) {
            rebuild();
            newTerm = true;
        }
        if (newTerm || ++sinceOverdue >= OVERDUE_EVERY) {
            if (overdue.run(clock.now()) > 0) {
                drain.wake();
            }
            sinceOverdue = 0;
        }
        lastTerm = term;
    }

    private void rebuild() {
        var begun = generation.current();
        long entered = rebuild.run(clock.now());
        index.rebuilt(begun);
        LOG.log(System.Logger.Level.INFO, "the index was rebuilt: {0} entries", entered);
        drain.wake();
    }
}
