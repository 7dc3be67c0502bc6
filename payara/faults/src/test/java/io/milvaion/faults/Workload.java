package io.milvaion.faults;

import static io.milvaion.launcher.rest.NewJob.aJob;

import io.milvaion.launcher.rest.Api;
import io.milvaion.launcher.rest.NewJob;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Jobs that are due every second: one in ten skips while a run of it is open, one in ten queues,
 * the others run beside themselves. Those that skip and three in ten more take up to nine seconds.
 *
 * @param policies the code of each job's policy
 */
record Workload(Map<UUID, Integer> policies) {

    static final int SKIP = 0;
    static final int QUEUE = 1;
    static final int PARALLEL = 2;

    private static final String EVERY_SECOND = "* * * * * *";
    private static final String NOT_SOON = "0 0 0 29 2 *";

    /** Creates the jobs. */
    static Workload create(Api api, int jobs) throws IOException, InterruptedException {
        var policies = new LinkedHashMap<UUID, Integer>();
        for (int number = 0; number < jobs; number++) {
            int policy = number % 10 == 0 ? SKIP : number % 10 == 1 ? QUEUE : PARALLEL;
            policies.put(api.createJob(job(number, policy)), policy);
        }
        return new Workload(policies);
    }

    private static NewJob job(int number, int policy) {
        return aJob("ledger")
                .named("fault test " + number)
                .with("tags", List.of("ft"))
                .data("millis", millis(number, policy))
                .every(EVERY_SECOND)
                .with("concurrentExecutionPolicy", policy);
    }

    /** A queue of runs must be able to catch up after a fault. */
    private static int millis(int number, int policy) {
        if (policy == QUEUE) {
            return 100;
        }
        if (policy == SKIP) {
            return (1 + number / 5) % 10 * 1_000;
        }
        boolean slow = number % 10 < 5;
        return slow ? (number + number / 10) % 10 * 1_000 : 0;
    }

    /** The first full second in which all jobs are due, when they have all been created by now. */
    static Instant firstSecond() {
        return Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Lets no more runs become due; those that wait for others stay. */
    void endPlanning(Api api) throws IOException, InterruptedException {
        for (var job : policies.keySet()) {
            api.patchJob(job, Map.of("cronExpression", NOT_SOON));
        }
    }

    void delete(Api api) throws IOException, InterruptedException {
        for (var job : policies.keySet()) {
            api.deleteJob(job);
        }
    }
}
