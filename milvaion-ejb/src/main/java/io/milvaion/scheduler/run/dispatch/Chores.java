package io.milvaion.scheduler.run.dispatch;

import io.milvaion.scheduler.ground.node.NodeRegistry;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.ground.redis.Generation;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.job.catalog.AutoDisable;
import io.milvaion.scheduler.job.plan.ScheduleSync;
import io.milvaion.scheduler.run.leader.Leadership;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.state.index.WholeIndex;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.exceptions.JedisException;

/**
 * What is done beside dispatching, once a second: every node says that it is alive, the leader
 * keeps the index true to PostgreSQL.
 */
@ApplicationScoped
public class Chores {

    private static final System.Logger LOG = System.getLogger(Chores.class.getName());
    private static final int SEEN_EVERY = 5;
    private static final int OVERDUE_EVERY = 30;
    private static final int UNSYNCED = 5_000;

    @Inject Leadership leadership;
    @Inject NodeRegistry nodes;
    @Inject Rebuild rebuild;
    @Inject Generation generation;
    @Inject WholeIndex index;
    @Inject OverdueSweep overdue;
    @Inject RedisClock clock;
    @Inject ScheduleSync sync;
    @Inject AutoDisable autoDisable;
    @Inject DrainLoop drain;
    @Resource ManagedScheduledExecutorService timer;

    private ScheduledFuture<?> ticking;
    private Term lastTerm; // only the timer's thread
    private int sinceSeen = SEEN_EVERY;
    private int sinceOverdue;

    @PostConstruct
    void start() {
        ticking = timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /**
     * Makes sure that the chores are scheduled: the container creates this bean at the first call.
     */
    void require() {
        // creation is all there is to do
    }

    private void tick() {
        try {
            if (++sinceSeen >= SEEN_EVERY) {
                nodes.seen();
                sinceSeen = 0;
            }
            leadership.term().ifPresent(this::lead);
        } catch (JedisException | DatabaseUnavailable e) {
            LOG.log(System.Logger.Level.DEBUG, "chores wait for the next second", e);
        } catch (RuntimeException e) { // a timer that throws is not called again
            LOG.log(System.Logger.Level.ERROR, "a chore failed; tried again", e);
        }
    }

    private void lead(Term term) {
        boolean newTerm = !term.equals(lastTerm);
        if (sync.syncUnsynced(UNSYNCED) > 0) {
            drain.wake();
        }
        autoDisable.settle();
        if (leadership.takeDataLost()) {
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
        boolean done = false;
        try {
            var begun = generation.current();
            long entered = rebuild.run(clock.now());
            index.rebuilt(begun);
            LOG.log(System.Logger.Level.INFO, "the index was rebuilt: {0} entries", entered);
            drain.wake();
            done = true;
        } finally {
            if (!done) {
                leadership.dataStillLost();
            }
        }
    }

    void stop() {
        ticking.cancel(false);
        try {
            nodes.left();
        } catch (DatabaseUnavailable e) { // the row is removed when it is old
            LOG.log(System.Logger.Level.DEBUG, "the node's row stays", e);
        }
    }
}
