package io.milvaion.bench;

import static io.milvaion.launcher.rest.NewJob.aJob;

import io.milvaion.launcher.rest.NewJob;
import java.time.Duration;
import java.time.Instant;

/** Reads and writes over REST. */
record Rest(Target target) implements Scenario {

    @Override
    public void measure(Figures figures) throws Exception {
        var load = new Load(target);
        var job = target.api().createJob(definition());
        load.measure("read a job", (api, i) -> api.get("api/v1/jobs/" + job), figures);
        load.measure("read a page of 50 jobs", (api, i) -> api.get("api/v1/jobs"), figures);
        load.measure("create a job", (api, i) -> api.createJob(definition()), figures);
        target.jobs().remove();
    }

    private static NewJob definition() {
        return aJob("noop")
                .named(OneTimeJobs.NAME)
                .data("to", "somebody@example.com")
                .once(Instant.now().plus(Duration.ofDays(365)));
    }
}
