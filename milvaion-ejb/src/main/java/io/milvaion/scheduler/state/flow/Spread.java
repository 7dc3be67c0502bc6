package io.milvaion.scheduler.state.flow;

import java.util.Map;
import java.util.TreeMap;

/**
 * How durations are spread, in steps of a fifth: what is read from it is wrong by a tenth at most,
 * and those of several nodes add up.
 */
public final class Spread {

    private static final double STEP = 1.2;

    /** The last step also has what is longer: some 64 days. */
    private static final int LAST = 123;

    private Spread() {}

    /** The step of a duration. */
    static int stepOf(long milliseconds) {
        return milliseconds <= 1
                ? 0
                : Math.min(LAST, (int) Math.ceil(Math.log((double) milliseconds) / Math.log(STEP)));
    }

    /**
     * A duration that so many of all do not exceed.
     *
     * @param counts durations by step, at least one
     * @param share above 0, at most 1
     * @return milliseconds
     */
    public static long quantile(Map<Integer, Integer> counts, double share) {
        long all = counts.values().stream().mapToLong(Integer::longValue).sum();
        long seen = 0;
        int step = 0;
        for (var each : new TreeMap<>(counts).entrySet()) {
            step = each.getKey();
            seen += each.getValue();
            if (seen >= share * all) {
                break;
            }
        }
        return Math.round(Math.pow(STEP, step - 0.5)); // the middle of the step
    }
}
