package io.milvaion.worker.runtime.queue;

import java.util.concurrent.TimeUnit;

/**
 * How many unacknowledged deliveries keep the slots of a job type busy while ended runs wait for
 * their report and acknowledgement: parallelism × (1 + settle time / mean duration), both measured,
 * and a quarter more than the parallelism at least, since runs that start together end together.
 * For one thread.
 */
public final class Prefetch {

    private static final int MAX_EXTRA = 500;
    private static final double LEAST_EXTRA = 0.25; // of the parallelism
    private static final double WEIGHT = 0.05; // of a new measurement in the moving means
    private static final double LONG_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final int parallelism;
    private double meanNanos = -1; // none yet
    private double settleNanos = -1;

    public Prefetch(int parallelism) {
        this.parallelism = parallelism;
    }

    /** An attempt has ended after so long. */
    public void observeDuration(long nanos) {
        meanNanos = mean(meanNanos, nanos);
    }

    /** A delivery was acknowledged so long after its attempt had ended. */
    public void observeSettling(long nanos) {
        settleNanos = mean(settleNanos, nanos);
    }

    private static double mean(double before, long nanos) {
        return before < 0 ? nanos : before + WEIGHT * (nanos - before);
    }

    /** Whether runs are known to take a second or less, so that what waits here waits briefly. */
    boolean brief() {
        return meanNanos >= 0 && settleNanos >= 0 && meanNanos <= LONG_NANOS;
    }

    /** The prefetch that fits what was measured; exactly the parallelism for long jobs. */
    int count() {
        if (!brief()) {
            return parallelism;
        }
        double extra = Math.max(LEAST_EXTRA, settleNanos / Math.max(1, meanNanos));
        return parallelism + (int) Math.min(MAX_EXTRA, Math.ceil(parallelism * extra));
    }

    /** Whether so few are worth a change, which costs three calls to the broker: by a quarter. */
    boolean tooFew(int current) {
        int count = count();
        return count * 4 > current * 5 || (count > parallelism && current <= parallelism);
    }

    /** Whether so many are worth a change: by a half. */
    boolean tooMany(int current) {
        return count() * 3 < current * 2;
    }
}
