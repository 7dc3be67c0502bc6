package io.milvaion.scheduler.see.figure;

/**
 * Whether a measure is too high: it must be for a while to count, and low for a while to count no
 * longer, so that nothing flickers around a limit. For one thread.
 */
final class Hysteresis {

    /** Looks in a row, two seconds each. */
    private static final int RISE = 5;

    private static final int FALL = 15;

    private final long high;
    private final long low;
    private boolean on;
    private int against; // looks in a row that say otherwise

    /**
     * @param high from here on it is too high
     * @param low up to here it is not
     */
    Hysteresis(long high, long low) {
        this.high = high;
        this.low = low;
    }

    /** Returns whether it counts as too high after this look. */
    boolean see(long measure) {
        boolean otherwise = on ? measure <= low : measure >= high;
        against = otherwise ? against + 1 : 0;
        if (against == (on ? FALL : RISE)) {
            on = !on;
            against = 0;
        }
        return on;
    }
}
