package io.milvaion.platform.amqp;

import java.util.concurrent.TimeUnit;

/** How many of something a second there are, over about the last half second. For one thread. */
public final class Rate {

    private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private long windowStart = System.nanoTime();
    private int inWindow;
    private double perSecond;

    /**
     * @param more how many have come since the last call
     */
    public double perSecond(int more) {
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
