package io.milvaion.bench;

import java.time.Duration;
import java.time.Instant;

/**
 * Many runs of one job, which workers of their own do as fast as they can: how fast, and which part
 * that is of workers × concurrency / mean duration. The mean is that of the recorded durations,
 * which are cut to whole milliseconds: the part is rather too small than too large.
 *
 * @param name in the report
 */
record Throughput(Target target, GuideRow row, int workers, int runs, String name)
        implements Scenario {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** A row of the guide as it stands there. */
    static Throughput guide(Target target, GuideRow row) {
        return new Throughput(target, row, 1, row.runs(1), "guide, " + row.title());
    }

    /** A row of the guide with several workers. */
    static Throughput workers(Target target, GuideRow row, int workers) {
        return new Throughput(
                target,
                row,
                workers,
                row.runs(workers),
                "workers, %d with a %s".formatted(workers, row.title()));
    }

    /**
     * The same, not reported.
     *
     * @param most runs; those that take time need fewer
     */
    void warmUp(int most) throws Exception {
        int enough = Math.min(most, runs / 10);
        new Throughput(target, row, workers, enough, name).measure((figure, unit, value) -> {});
    }

    @Override
    public void measure(Figures figures) throws Exception {
        var job = target.runsOfOneJob(row.jobType());
        var at = Due.atOnce(1, 5 + runs / 5_000).first(); // to enter them takes that long
        var occurrences = new Occurrences(target.database(), at, at);
        job.plan(at, runs);
        if (Instant.now().isAfter(at)) {
            throw new IllegalStateException("the runs could not be entered before they were due");
        }
        occurrences.awaitCompleted(runs, LIMIT);
        double rate = runs * 1e9 / occurrences.working().toNanos();
        double millis = occurrences.meanMillis();
        figures.add(name, "runs/s", rate);
        figures.add(name + ", mean duration", "ms", millis);
        if (row.timed()) {
            double formula = workers * row.concurrency() * 1_000 / millis;
            figures.add(name, "% of formula", 100 * rate / formula);
        } else {
            figures.add(name, "x the guide's " + row.perSecond() + "/s", rate / row.perSecond());
        }
    }
}
