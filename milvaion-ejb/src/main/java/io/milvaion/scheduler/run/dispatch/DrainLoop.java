package io.milvaion.scheduler.run.dispatch;

import io.milvaion.platform.log.QuietLog;
import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.run.leader.Fitness;
import io.milvaion.scheduler.run.leader.Leadership;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.state.index.Batch;
import io.milvaion.scheduler.state.publish.RunPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The thread that dispatches while this node leads: round after round until nothing is due, then it
 * sleeps until the next due score, a wake-up or the next heartbeat.
 */
@ApplicationScoped
class DrainLoop implements Activity {

    private static final QuietLog QUIET = QuietLog.of(DrainLoop.class);

    /** Longest sleep: the heartbeat wakes the loop about as often. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    /** How often a standby looks at the lease: it adds to the time without a leader. */
    private static final Duration STANDBY = Duration.ofMillis(250);

    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    @Inject Leadership leadership;
    @Inject Dispatcher dispatcher;
    @Inject Fitness fitness;
    @Inject RedisClock clock;
    @Inject RunPublisher publisher;

    private final Loop loop = new Loop("dispatcher", LONGEST_SLEEP, this::round);

    @Override
    public Turn turn() {
        return Turn.DRAIN;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(loop.start(threads));
    }

    /** Something may be due: a wake-up during a round is remembered, several are one. */
    void wake() {
        loop.wake();
    }

    /** Returns how long to sleep; zero when more may be due. */
    private Duration round() throws Exception {
        fitness.drainRound();
        try {
            if (!leadership.seek()) {
                return STANDBY;
            }
            if (publisher.isStopped() || publisher.blocked().isPresent()) {
                return LONGEST_SLEEP;
            }
            return leadership.lead(this::dispatch, Duration.ZERO);
        } catch (JedisException | DatabaseUnavailable e) {
            QUIET.log(
                    System.Logger.Level.WARNING,
                    "dispatching waits and goes on by itself: {0}",
                    e.getMessage());
            return AFTER_FAILURE;
        }
    }

    private Duration dispatch(Term term) throws InterruptedException {
        try {
            Batch batch = dispatcher.dispatch(term, this::wake);
            fitness.databaseAnswered();
            return batch.isEmpty() ? untilDue(batch) : Duration.ZERO;
        } catch (DatabaseUnavailable e) {
            fitness.databaseFailed(e);
            throw e;
        }
    }

    private Duration untilDue(Batch batch) {
        var due = batch.nextDue().map(at -> Duration.between(clock.now(), at));
        return due.filter(d -> d.compareTo(LONGEST_SLEEP) < 0).orElse(LONGEST_SLEEP);
    }
}
