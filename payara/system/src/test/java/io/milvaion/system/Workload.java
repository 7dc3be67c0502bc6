package io.milvaion.system;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Jobs that are due every second.
 *
 * @param parallel those that run beside themselves
 * @param skip those that skip while a run is open
 */
record Workload(List<UUID> parallel, List<UUID> skip) {

    private static final int SKIP = 0;
    private static final int PARALLEL = 2;

    /**
     * Creates the jobs.
     *
     * @param size of each list
     */
    static Workload create(Api api, int size) throws IOException, InterruptedException {
        var parallel = new ArrayList<UUID>();
        var skip = new ArrayList<UUID>();
        for (int i = 1; i <= size; i++) {
            parallel.add(api.createJob(job("parallel " + i, PARALLEL, i)));
            skip.add(api.createJob(job("skip " + i, SKIP, i)));
        }
        return new Workload(List.copyOf(parallel), List.copyOf(skip));
    }

    /** One in five takes a moment, so that some runs are in hand whenever a fault strikes. */
    private static Map<String, Object> job(String name, int policy, int number) {
        boolean sleeps = number % 5 == 0;
        return Map.of(
                "displayName",
                name,
                "tags",
                List.of("system-test"),
                "jobType",
                sleeps ? "sleep" : "noop",
                "jobData",
                sleeps ? Map.of("millis", 300) : Map.of(),
                "cronExpression",
                "* * * * * *",
                "concurrentExecutionPolicy",
                policy);
    }

    /** The first full second in which all jobs are due, when they have all been created by now. */
    static Instant firstSecond() {
        return Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
    }

    void deactivate(Api api) throws IOException, InterruptedException {
        for (UUID job : all()) {
            api.patchJob(job, Map.of("active", false));
        }
    }

    void delete(Api api) throws IOException, InterruptedException {
        for (UUID job : all()) {
            api.deleteJob(job);
        }
    }

    List<UUID> all() {
        var all = new ArrayList<>(parallel);
        all.addAll(skip);
        return all;
    }
}
