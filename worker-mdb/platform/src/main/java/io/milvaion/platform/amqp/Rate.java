package io.milvaion.worker.runtime.delivery;

import java.util.concurrent.TimeUnit;

/** How many reports a second there are, over about the last half second. For one thread. */
final class ReportRate {

    private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private long windowStart = System.nanoTime();
    private int inWindow;
    private double perSecond;

    /**
     * @param more reports that have come since the last call
     */
    double perSecond(int more) {
        inWindow += more;
        long passed = System.nanoTime() - windowStart;
        if (passed >= WINDOW_NANOS) {
            perSecond = inWindow * 1e9 / passed;
            inWindow = 0;
            windowStart = System.nanoTime();
        }
        return perSecond;
    }
}
