package io.milvaion.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;

/** Many runs due at the same instant: how fast they are started, executed and recorded. */
record Drain(Target target, int runs) implements Scenario {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Override
    public void measure(Results results) throws Exception {
        var due =
                Instant.now()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .plusSeconds(5 + runs / 5_000); // to enter them takes that long
        new OneTimeJobs(target).plan(Collections.nCopies(runs, due));
        if (Instant.now().isAfter(due)) {
            throw new IllegalStateException("the jobs could not be entered before they were due");
        }
        var occurrences = new Occurrences(target, due, due);
        Thread.sleep(Duration.between(Instant.now(), due).toMillis());
        var cpuBefore = target.cpuTime();
        var recorded = occurrences.awaitCompleted(runs, LIMIT);
        var cpu = target.cpuTime().minus(cpuBefore);
        results.add("drain, due to last recorded", "runs/s", rate(Duration.between(due, recorded)));
        results.add("drain, first start to last end", "runs/s", rate(occurrences.working()));
        results.add("drain, due to started", occurrences.lateness());
        results.add("drain, CPU time of the node", "us/run", cpu.toNanos() / 1e3 / runs);
    }

    private double rate(Duration duration) {
        return runs * 1e9 / duration.toNanos();
    }
}
