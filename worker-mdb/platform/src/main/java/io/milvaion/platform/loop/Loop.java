package io.milvaion.platform.loop;

import io.milvaion.platform.log.QuietLog;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Does its work again and again on a thread of its own until it is told to end, whatever the work
 * throws. Failures are logged by the rule of {@link QuietLog}. Safe to share.
 */
public final class Loop {

    private static final System.Logger LOG = System.getLogger(Loop.class.getName());

    /** A step that has just begun to block is told again after this long. */
    private static final Duration UNBLOCKED_AGAIN = Duration.ofMillis(100);

    private final String name;
    private final Duration first;
    private final Work work;
    private final QuietLog quiet = QuietLog.of(Loop.class); // of its own: loops fail for themselves
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean ending;
    private volatile Thread thread;

    /**
     * @param name for the log and lists of threads
     * @param first how long to rest before the first step
     */
    public Loop(String name, Duration first, Work work) {
        this.name = name;
        this.first = first;
        this.work = work;
    }

    /** A loop that rests before each step. */
    public static Loop every(String name, Duration rest, Task task) {
        return every(name, rest, rest, task);
    }

    /** A loop that rests after each step. */
    public static Loop every(String name, Duration first, Duration rest, Task task) {
        return new Loop(name, first, new FixedDelay(task, rest));
    }

    /** A loop whose steps begin a period apart, the first one after a period. */
    public static Loop atRate(String name, Duration period, Task task) {
        return new Loop(name, period, new FixedRate(task, period));
    }

    /** A loop that takes a step at this minute of each hour. */
    public static Loop hourly(String name, int minute, Task task) {
        var work = new OnceAnHour(task, minute, Clock.systemUTC());
        return new Loop(name, work.untilNext(), work);
    }

    /**
     * Begins. Call it once.
     *
     * @param threads makes the thread
     */
    public Loop start(ThreadFactory threads) {
        var made = threads.newThread(this::run);
        made.setName("milvaion " + name);
        thread = made;
        made.start();
        return this;
    }

    /** Ends the rest: during a step that is remembered, and several are one. */
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    /** Has it end after the step in hand; does not wait. */
    public void quit() {
        ending = true;
        wake();
        unblock();
    }

    /**
     * Waits for the end after {@link #quit}, and interrupts the thread when the limit is over.
     * Harmless for a loop that never started or waits for itself.
     */
    public void join(Duration limit) {
        var running = thread;
        if (running == null || running == Thread.currentThread()) {
            return;
        }
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (running.isAlive() && System.nanoTime() - deadline < 0) {
                unblock();
                running.join(UNBLOCKED_AGAIN.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.interrupt();
    }

    /** Has it end and waits for that so long at most. */
    public void stop(Duration limit) {
        quit();
        join(limit);
    }

    private void run() {
        try {
            rest(first);
            while (!ending) {
                rest(step());
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "{0} was interrupted", name);
        } finally {
            end();
        }
    }

    private void rest(Duration duration) throws InterruptedException {
        if (duration.compareTo(Duration.ZERO) > 0) {
            wakeUps.tryAcquire(duration.toNanos(), TimeUnit.NANOSECONDS);
            wakeUps.drainPermits();
        }
    }

    private Duration step() throws InterruptedException {
        try {
            return work.step();
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) { // the top of this thread: it must go on
            failed(e);
            return work.restAfterFailure();
        }
    }

    private void unblock() {
        try {
            work.unblock();
        } catch (RuntimeException e) { // what the step waits for has broken: it ends anyway
            LOG.log(System.Logger.Level.DEBUG, name + " is ending", e);
        }
    }

    private void end() {
        try {
            work.end();
        } catch (Throwable e) { // the top of this thread
            failed(e);
        }
    }

    private void failed(Throwable e) {
        if (ending || isTemporary(e)) {
            LOG.log(System.Logger.Level.DEBUG, name + " waits for a server, or is ending", e);
        } else {
            quiet.log(System.Logger.Level.ERROR, e, "{0} has failed; it is tried again", name);
        }
    }

    private static boolean isTemporary(Throwable e) {
        return e instanceof Temporary || e instanceof JedisException || e instanceof IOException;
    }
}
