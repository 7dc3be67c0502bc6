package io.milvaion.worker.runtime.delivery;

import java.util.concurrent.TimeUnit;

/**
 * How many unacknowledged deliveries keep the slots of a job type busy while ended runs wait for
 * their report and acknowledgement: parallelism × (1 + settle time / mean duration), both measured.
 * For one thread.
 */
final class Prefetch {

    private static final int MAX_EXTRA = 500;
    private static final double WEIGHT = 0.05; // of a new measurement in the moving means
    private static final double LONG_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final int parallelism;
    private double meanNanos = -1; // none yet
    private double settleNanos = -1;

    Prefetch(int parallelism) {
        this.parallelism = parallelism;
    }

    /** An attempt has ended after so long. */
    void observeDuration(long nanos) {
        meanNanos = mean(meanNanos, nanos);
    }

    /** A delivery was acknowledged so long after its attempt had ended. */
    void observeSettling(long nanos) {
        settleNanos = mean(settleNanos, nanos);
    }

    private static double mean(double before, long nanos) {
        return before < 0 ? nanos : before + WEIGHT * (nanos - before);
    }

    /** The prefetch that fits what was measured; exactly the parallelism for long jobs. */
    int count() {
        if (meanNanos < 0 || settleNanos < 0 || meanNanos > LONG_NANOS) {
            return parallelism;
        }
        double extra = Math.ceil(parallelism * settleNanos / Math.max(1, meanNanos));
        return parallelism + (int) Math.min(MAX_EXTRA, extra);
    }

    /**
     * Whether another prefetch than this one is worth a change, which costs three calls to the
     * broker: when it is too small by a quarter, or half too large, or has nothing to spare. Then
     * each slot idles for the whole settle time after each run.
     */
    boolean worthChanging(int current) {
        int count = count();
        boolean nothingToSpare = current <= parallelism && count > parallelism;
        return nothingToSpare || count * 4 > current * 5 || count * 3 < current * 2;
    }
}
