package io.milvaion.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** From due to started at a steady rate: spread evenly, then all on the full second. */
record Latency(Target target, int rate, int seconds) implements Scenario {

    private static final long LEAD_SECONDS = 5;

    @Override
    public void measure(Results results) throws Exception {
        measure(results, true);
        measure(results, false);
    }

    private void measure(Results results, boolean spread) throws Exception {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(LEAD_SECONDS);
        List<Instant> due = new ArrayList<>();
        for (int second = 0; second < seconds; second++) {
            for (int i = 0; i < rate; i++) {
                due.add(start.plusSeconds(second).plusMillis(spread ? i * 1_000L / rate : 0));
            }
        }
        new OneTimeJobs(target).plan(due);
        Instant last = due.get(due.size() - 1);
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), last).toMillis()));
        var runs = new Occurrences(target, start, last);
        runs.awaitCompleted(due.size(), Duration.ofMinutes(2));
        results.add(
                "due to started, %d/s %s"
                        .formatted(rate, spread ? "spread evenly" : "on the full second"),
                runs.lateness());
    }
}
