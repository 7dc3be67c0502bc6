package io.milvaion.bench;

import static io.milvaion.launcher.rest.NewJob.aJob;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.HdrHistogram.Histogram;

/** From a trigger's request over REST to the start of its run. */
record Trigger(Target target) implements Scenario {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Override
    public void measure(Figures figures) throws Exception {
        var api = target.api();
        var job =
                api.createJob(
                        aJob("noop")
                                .named("bench")
                                .once(Instant.now().plus(1, ChronoUnit.DAYS))
                                .with("concurrentExecutionPolicy", 2));
        Map<UUID, Instant> sent = new LinkedHashMap<>();
        var pace = new Pace();
        for (int i = 0; i < Pace.TRIGGERS; i++) {
            pace.await();
            var now = Instant.now();
            sent.put(api.trigger(job), now);
        }
        figures.add(Pace.TRIGGERED, startedAfter(sent));
    }

    private Histogram startedAfter(Map<UUID, Instant> sent) throws Exception {
        var histogram = new Histogram(LIMIT.toMillis(), 3);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (var statement =
                target.database()
                        .prepareStatement("select started_at from occurrences where id = ?")) {
            for (var entry : sent.entrySet()) {
                statement.setObject(1, entry.getKey());
                Instant started = null;
                while (started == null) {
                    try (var row = statement.executeQuery()) {
                        row.next();
                        var at = row.getObject(1, OffsetDateTime.class);
                        started = at == null ? null : at.toInstant();
                    }
                    if (System.nanoTime() > deadline) {
                        throw new IllegalStateException("a triggered run has not started");
                    }
                }
                long millis = Duration.between(entry.getValue(), started).toMillis();
                histogram.recordValue(Math.max(0, millis));
            }
        }
        return histogram;
    }
}
