package io.milvaion.bench;

import java.time.Duration;
import java.time.Instant;

/** From due to started at a steady rate: spread evenly, then all on the full second. */
record Latency(Target target, int rate, int seconds) implements Scenario {

    private static final long LEAD_SECONDS = 5;

    @Override
    public void measure(Figures figures) throws Exception {
        measure(figures, true);
        measure(figures, false);
    }

    private void measure(Figures figures, boolean spread) throws Exception {
        var due = Due.steady(rate, seconds, spread, LEAD_SECONDS + rate * seconds / 5_000);
        var runs = new Occurrences(target.database(), due.first(), due.last());
        target.jobs().plan(due.instants());
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), due.last()).toMillis()));
        runs.awaitCompleted(due.size(), Duration.ofMinutes(2));
        figures.add(Due.steadyName(rate, spread), runs.lateness());
    }
}
