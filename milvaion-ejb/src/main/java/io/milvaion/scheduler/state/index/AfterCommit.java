package io.milvaion.scheduler.state.index;

import io.milvaion.platform.loop.Loop;
import io.milvaion.platform.loop.Work;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Calls to Redis that follow a commit: one that gets no answer is made again until it gets one.
 * {@code docs/reliability.md} lists them all. Safe to share.
 */
@ApplicationScoped
public class AfterCommit implements Activity, Work {

    private static final System.Logger LOG = System.getLogger(AfterCommit.class.getName());

    /** More are left to those who find what was not said: the sweep and the ends of leases. */
    private static final int MOST = 10_000;

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(50);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(1);

    private final BlockingQueue<Runnable> unanswered = new LinkedBlockingQueue<>(MOST);
    private final Loop loop = new Loop("after commit", IDLE, this);
    private Duration backoff = FIRST_BACKOFF; // only the loop's thread

    @Override
    public Turn turn() {
        return Turn.FLUSH;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(loop.start(threads));
    }

    /**
     * Makes a call now, or behind those that wait for an answer. Never throws for want of one.
     *
     * @param call may be made twice, and late
     */
    public void call(Runnable call) {
        if (unanswered.isEmpty() && answered(call)) {
            return;
        }
        if (!unanswered.offer(call)) {
            LOG.log(System.Logger.Level.DEBUG, "too much is unanswered; the leader finds it");
        } else if (unanswered.size() == 1) {
            loop.wake();
        }
    }

    @Override
    public Duration step() {
        for (int left = unanswered.size(); left > 0; left--) {
            var call = unanswered.remove();
            if (!answered(call)) {
                unanswered.offer(call); // behind the others, which may be answered
                return nextBackoff();
            }
        }
        backoff = FIRST_BACKOFF;
        return unanswered.isEmpty() ? IDLE : Duration.ZERO;
    }

    /** Once more: then the leases end by themselves, and the next leader finds the rest. */
    @Override
    public void end() {
        step();
    }

    private Duration nextBackoff() {
        var rest = backoff;
        var doubled = backoff.multipliedBy(2);
        backoff = doubled.compareTo(LONGEST_BACKOFF) < 0 ? doubled : LONGEST_BACKOFF;
        return rest;
    }

    private static boolean answered(Runnable call) {
        try {
            call.run();
            return true;
        } catch (JedisException e) {
            LOG.log(System.Logger.Level.DEBUG, "no answer after a commit; asked again", e);
            return false;
        }
    }
}
