package io.milvaion.bench;

import java.time.Duration;
import java.time.Instant;

/**
 * Many runs due at the same instant: how fast they are started, executed and recorded.
 *
 * @param leadSeconds from now to that instant: to enter the jobs must not take longer
 */
record Drain(Target target, int runs, int leadSeconds) implements Scenario {

    Drain(Target target, int runs) {
        this(target, runs, 5 + runs / 5_000);
    }

    @Override
    public void measure(Figures figures) throws Exception {
        var due = Due.atOnce(runs, leadSeconds);
        var at = due.first();
        var occurrences = new Occurrences(target.database(), at, at);
        target.jobs().plan(due.instants());
        if (Instant.now().isAfter(at)) {
            throw new IllegalStateException("the jobs could not be entered before they were due");
        }
        Thread.sleep(Duration.between(Instant.now(), at).toMillis());
        var cpuBefore = target.cpuTime();
        var recorded = occurrences.awaitCompleted(runs, limit());
        var cpu = target.cpuTime().minus(cpuBefore);
        figures.add("drain, due to last recorded", "runs/s", rate(Duration.between(at, recorded)));
        figures.add("drain, first start to last end", "runs/s", rate(occurrences.working()));
        figures.add("drain, due to started", occurrences.lateness());
        figures.add("drain, CPU time of the JVM", "us/run", cpu.toNanos() / 1e3 / runs);
    }

    /** Ten minutes and what the slowest servers would need. */
    private Duration limit() {
        return Duration.ofMinutes(10).plusMillis(5L * runs);
    }

    private double rate(Duration duration) {
        return runs * 1e9 / duration.toNanos();
    }
}
