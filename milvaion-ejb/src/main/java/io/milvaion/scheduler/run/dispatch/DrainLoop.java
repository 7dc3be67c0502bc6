package io.milvaion.scheduler.run.dispatch;

import io.milvaion.scheduler.ground.persistence.DataRefused;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.run.leader.Fitness;
import io.milvaion.scheduler.run.leader.Leadership;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.state.index.Batch;
import io.milvaion.scheduler.state.publish.RunPublisher;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The thread that dispatches while this node leads: round after round until nothing is due, then it
 * sleeps until the next due score, a wake-up or the next heartbeat.
 */
@ApplicationScoped
public class DrainLoop {

    private static final System.Logger LOG = System.getLogger(DrainLoop.class.getName());

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
    @Resource ManagedThreadFactory threads;

    private final Semaphore wakeUps = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;
    private boolean warned;

    @PostConstruct
    void start() {
        threads.newThread(this::run).start();
    }

    /** Something may be due: a wake-up during a round is remembered, several are one. */
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    /** Ends after the round in hand; waits for that 10 s at most. */
    void stop() {
        stopping = true;
        wake();
        try {
            stopped.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping) {
                fitness.drainRound();
                sleep(round());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }

    /** Returns how long to sleep; zero when more may be due. */
    private Duration round() throws InterruptedException {
        try {
            if (!leadership.seek()) {
                return STANDBY;
            }
            var term = leadership.term();
            if (term.isEmpty() || publisher.isStopped() || publisher.blocked().isPresent()) {
                return LONGEST_SLEEP;
            }
            return dispatch(term.get());
        } catch (JedisException | DatabaseUnavailable e) {
            warnOnce(e);
            return AFTER_FAILURE;
        } catch (DataRefused e) {
            LOG.log(System.Logger.Level.ERROR, "a batch was refused by the database", e);
            return LONGEST_SLEEP;
        } catch (RuntimeException e) { // the top of this thread: it must go on
            LOG.log(System.Logger.Level.ERROR, "a round of the dispatcher failed", e);
            return LONGEST_SLEEP;
        }
    }

    private Duration dispatch(Term term) throws InterruptedException {
        try {
            Batch batch = dispatcher.dispatch(term, this::wake);
            fitness.databaseAnswered();
            warned = false;
            return batch.isEmpty() ? untilDue(batch) : Duration.ZERO;
        } catch (DatabaseUnavailable e) {
            fitness.databaseFailed();
            throw e;
        } catch (TermOver e) {
            leadership.stepDown(term);
            return Duration.ZERO;
        }
    }

    private Duration untilDue(Batch batch) {
        var due = batch.nextDue().map(at -> Duration.between(clock.now(), at));
        return due.filter(d -> d.compareTo(LONGEST_SLEEP) < 0).orElse(LONGEST_SLEEP);
    }

    private void sleep(Duration duration) throws InterruptedException {
        if (!duration.isNegative() && !duration.isZero()) {
            wakeUps.tryAcquire(duration.toNanos(), TimeUnit.NANOSECONDS);
            wakeUps.drainPermits();
        }
    }

    private void warnOnce(RuntimeException e) {
        LOG.log(
                warned ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
                "dispatching waits and goes on by itself: {0}",
                e.getMessage());
        warned = true;
    }
}
