package io.milvaion.bench.peer;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * When the runs of a scenario have started, and that each of them did once. Found by jobs without
 * being given to them, since peers make their jobs themselves. Safe to share.
 */
public final class Starts {

    private static volatile Starts current = new Starts(0);

    private final AtomicLongArray millis; // 0 = not yet
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();

    private Starts(int runs) {
        this.millis = new AtomicLongArray(runs);
    }

    /** Begins a scenario. */
    static Starts expect(int runs) {
        current = new Starts(runs);
        return current;
    }

    /** The whole work of a job. Public, and static, because peers call it by reflection. */
    public static void record(int run) {
        current.started(run);
    }

    private void started(int run) {
        if (millis.compareAndSet(run, 0, System.currentTimeMillis())) {
            started.incrementAndGet();
        } else {
            repeated.incrementAndGet();
        }
    }

    boolean all() {
        return started.get() == millis.length();
    }

    int count() {
        return started.get();
    }

    /**
     * Checks what every scheduler here promises.
     *
     * @throws IllegalStateException if a run has not started, or more than once
     */
    void requireOnce() {
        if (!all() || repeated.get() > 0) {
            throw new IllegalStateException(
                    "%d of %d runs have started, %d times one has started again"
                            .formatted(started.get(), millis.length(), repeated.get()));
        }
    }

    /** When a run has started, in whole milliseconds, as our own runs are recorded. */
    Instant at(int run) {
        return Instant.ofEpochMilli(millis.get(run));
    }

    Instant first() {
        long first = Long.MAX_VALUE;
        for (int i = 0; i < millis.length(); i++) {
            first = Math.min(first, millis.get(i));
        }
        return Instant.ofEpochMilli(first);
    }

    Instant last() {
        long last = 0;
        for (int i = 0; i < millis.length(); i++) {
            last = Math.max(last, millis.get(i));
        }
        return Instant.ofEpochMilli(last);
    }
}
