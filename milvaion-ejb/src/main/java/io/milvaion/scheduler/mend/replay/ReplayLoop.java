package io.milvaion.scheduler.mend.replay;

import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.run.leader.Leadership;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.run.trigger.ManualTrigger;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.exceptions.JedisException;

/** Works off replays while this node leads, on a thread of its own. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ReplayLoop {

    private static final System.Logger LOG = System.getLogger(ReplayLoop.class.getName());
    private static final Duration IDLE = Duration.ofSeconds(1);

    @Inject Leadership leadership;
    @Inject Database database;
    @Inject ManualTrigger trigger;
    @Inject LiveEvents events;
    @Inject Metrics metrics;
    @Resource ManagedThreadFactory threads;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private ReplayRounds rounds;

    @PostConstruct
    void start() {
        rounds = new ReplayRounds(database, new ReplayStep(database, trigger), events, metrics);
        threads.newThread(this::run).start();
    }

    private void run() {
        try {
            Duration pause = IDLE;
            while (!stop.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                pause = round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }

    private Duration round() {
        try {
            var term = leadership.term();
            if (term.isEmpty()) {
                rounds.forget();
                return IDLE;
            }
            try {
                return rounds.round(new TermFence(term.get()));
            } catch (TermFence.Refused e) {
                leadership.stepDown(term.get());
                return IDLE;
            }
        } catch (JedisException | DatabaseUnavailable e) {
            LOG.log(System.Logger.Level.DEBUG, "replays wait", e);
        } catch (RuntimeException e) { // the top of this thread
            LOG.log(System.Logger.Level.ERROR, "a replay failed; it is tried again", e);
        }
        return IDLE;
    }

    /** Ends after the step in hand; waits for that 10 s at most. */
    @PreDestroy
    void stop() {
        stop.countDown();
        try {
            stopped.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
