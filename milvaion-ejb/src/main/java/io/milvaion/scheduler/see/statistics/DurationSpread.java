package io.milvaion.scheduler.see.statistics;

import io.milvaion.scheduler.state.tally.Sketch;

/**
 * How times are spread; percentiles are at most 1 % too high.
 *
 * @param count how many there are
 */
public record DurationSpread(
        long count, long meanMs, long p50Ms, long p95Ms, long p99Ms, long maxMs) {

    private static final int MEDIAN = 50;
    private static final int MOST = 95;
    private static final int NEARLY_ALL = 99;
    private static final int ALL = 100;

    /** Null if there are none. */
    static DurationSpread of(Sketch sketch, long sumMs) {
        return sketch.isEmpty()
                ? null
                : new DurationSpread(
                        sketch.count(),
                        Math.round((double) sumMs / sketch.count()),
                        sketch.percentile(MEDIAN),
                        sketch.percentile(MOST),
                        sketch.percentile(NEARLY_ALL),
                        sketch.percentile(ALL));
    }
}
