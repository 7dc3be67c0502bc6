package io.milvaion.bench;

import static io.milvaion.launcher.rest.NewJob.aJob;

import io.milvaion.launcher.rest.NewJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What it costs to know who calls and to write down what they do: with a key, against a baseline
 * that does neither. Each connection has a job of its own, so that edits do not wait for each
 * other.
 */
record Access(Target target) implements Scenario {

    private static final int PARALLEL = 2;

    @Override
    public void measure(Figures figures) throws Exception {
        var load = new Load(target);
        var jobs = new ArrayList<UUID>();
        for (int i = 0; i < Load.CONNECTIONS; i++) {
            jobs.add(target.api().createJob(definition()));
        }
        var edits = new AtomicInteger();
        load.measure("read a job", (api, i) -> api.get("api/v1/jobs/" + jobs.get(i)), figures);
        load.measure("read a page of 50 jobs", (api, i) -> api.get("api/v1/jobs"), figures);
        load.measure(
                "edit a job",
                (api, i) -> api.patchJob(jobs.get(i), edit(edits.incrementAndGet())),
                figures);
        load.measure("trigger a job", (api, i) -> api.trigger(jobs.get(i)), figures);
        target.jobs().remove();
    }

    private static Map<String, String> edit(int number) {
        return Map.of("description", "edit " + number);
    }

    private static NewJob definition() {
        return aJob("noop")
                .named(OneTimeJobs.NAME)
                .with("concurrentExecutionPolicy", PARALLEL)
                .once(Instant.now().plus(Duration.ofDays(365)));
    }
}
