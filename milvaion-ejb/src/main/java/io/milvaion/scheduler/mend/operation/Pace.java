package io.milvaion.scheduler.mend.operation;

/**
 * How many may be made by now at a rate, by a monotonic clock. What was not used within a second is
 * forgotten, so that nothing comes in a burst after a pause.
 */
final class Pace {

    private static final double NANOS = 1e9;

    private final int perSecond;
    private double allowed;
    private long last;

    /**
     * @param now {@code System.nanoTime()}
     */
    Pace(int perSecond, long now) {
        this.perSecond = perSecond;
        this.last = now;
    }

    int perSecond() {
        return perSecond;
    }

    /** How many may be made now. */
    int allowed(long now) {
        allowed = Math.min(perSecond, allowed + (now - last) / NANOS * perSecond);
        last = now;
        return (int) allowed;
    }

    void used(int count) {
        allowed -= count;
    }
}
