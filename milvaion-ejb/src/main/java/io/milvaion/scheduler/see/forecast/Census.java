package io.milvaion.scheduler.see.forecast;

/** Counts the runs of a window. For one thread. */
final class Census {

    /** So many instants are looked for; then jobs are estimated. */
    static final int MOST_STEPS = 1_000_000;

    /** By how many instants a frequency is estimated. */
    private static final int SAMPLE = 60;

    private final ForecastWindow window;
    private final long[] counts;
    private int left;
    private long estimated;

    Census(ForecastWindow window, int mostSteps) {
        this.window = window;
        this.counts = new long[(int) window.steps()];
        this.left = mostSteps;
    }

    /** Runs of each step. */
    long[] counts() {
        return counts;
    }

    /** Jobs whose runs were not looked for to the end. */
    long estimated() {
        return estimated;
    }

    void add(Planning planning) {
        long jobs = planning.jobs().size();
        var walk = new ForecastWalk(planning, window);
        int most = Math.max(left, SAMPLE);
        for (int steps = 0; steps < most && walk.hasNext(); steps++, left--) {
            int index = window.index(walk.at());
            counts[index] += jobs * walk.step();
        }
        if (walk.hasNext()) {
            estimated += jobs;
            estimate(walk, jobs);
        }
    }

    /** Goes on as often as it was in the beginning, whole runs in each step. */
    private void estimate(ForecastWalk walk, long jobs) {
        double perMilli = walk.frequency();
        double runs = 0;
        long told = 0;
        var from = walk.at();
        for (int index = window.index(from); index < counts.length; index++) {
            var end = window.start(index + 1);
            runs += perMilli * (end.toEpochMilli() - from.toEpochMilli());
            counts[index] += jobs * ((long) runs - told);
            told = (long) runs;
            from = end;
        }
    }
}
