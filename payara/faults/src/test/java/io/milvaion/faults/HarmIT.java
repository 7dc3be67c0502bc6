package io.milvaion.faults;

import static io.milvaion.launcher.rest.NewJob.aJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.faults.cluster.Cluster;
import io.milvaion.launcher.rest.Api;
import io.milvaion.launcher.rest.NewJob;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Jobs that harm their worker, and jobs that nobody runs. */
class HarmIT {

    private static final String COMPLETED = "completed";
    private static final String FAILED = "failed";
    private static final String TIMED_OUT = "timedOut";
    private static final int LOG_LINES = 1_000;

    @Fault(number = 26, name = "poison jobs")
    void whatOneJobDoesHarmsNoOther(Cluster cluster, Experiment experiment) throws Exception {
        var runs = new LinkedHashMap<String, UUID>();
        experiment
                .allowing(Experiment.Repetition.LOST_ATTEMPT, Experiment.Repetition.RETRY)
                .underLoad(
                        () -> {
                            var api = cluster.anyNode().api();
                            for (var kind : List.of("overflow", "memory", "deaf", "chatter")) {
                                runs.put(kind, api.trigger(api.createJob(harm(kind))));
                            }
                            for (UUID run : runs.values()) {
                                awaitEnd(api, run); // in the worker that is killed next, perhaps
                            }
                            runs.put("exit", api.trigger(api.createJob(harm("exit"))));
                            await().atMost(Duration.ofSeconds(90))
                                    .until(
                                            () ->
                                                    cluster.workers().stream()
                                                            .anyMatch(worker -> !worker.isAlive()));
                            cluster.startMissing();
                            awaitEnd(api, runs.get("exit"));
                        });

        var api = cluster.anyNode().api();
        assertSoftly(
                softly -> {
                    softly.assertThat(state(api, runs.get("overflow"))).isEqualTo(FAILED);
                    softly.assertThat(error(api, runs.get("overflow")))
                            .contains("StackOverflowError");
                    softly.assertThat(state(api, runs.get("memory"))).isEqualTo(FAILED);
                    softly.assertThat(error(api, runs.get("memory"))).contains("OutOfMemoryError");
                    softly.assertThat(state(api, runs.get("deaf"))).isEqualTo(TIMED_OUT);
                    softly.assertThat(error(api, runs.get("deaf"))).contains("abandoned");
                    softly.assertThat(state(api, runs.get("chatter"))).isEqualTo(COMPLETED);
                    softly.assertThat(lines(experiment, runs.get("chatter")))
                            .isBetween(1L, (long) LOG_LINES);
                    softly.assertThat(state(api, runs.get("exit"))).isEqualTo(FAILED);
                });
    }

    @Fault(number = 27, name = "no worker for a type")
    void aRunThatNobodyCanExecuteIsOneRowAndRunsWhenAWorkerComes(
            Cluster cluster, Experiment experiment) throws Exception {
        var worker = cluster.workers().get(experiment.random().nextInt(2));
        experiment.underLoad(
                () -> {
                    var api = cluster.anyNode().api();
                    var skip = api.createJob(everySecondOfGroup("late", Workload.SKIP));
                    var parallel = api.createJob(everySecondOfGroup("late", Workload.PARALLEL));
                    TimeUnit.SECONDS.sleep(20);
                    assertThat(api.get("api/v1/jobs/" + skip + "/why").body()).contains("late");
                    for (UUID job : List.of(skip, parallel)) {
                        api.patchJob(job, Map.of("active", false));
                    }
                    assertThat(rows(experiment, skip)).isOne();
                    assertThat(rows(experiment, parallel)).isBetween(15L, 25L);

                    worker.restart(Map.of("WORKER_GROUP", "late"));
                    for (UUID job : List.of(skip, parallel)) {
                        await().atMost(Duration.ofSeconds(60))
                                .until(
                                        () ->
                                                completedAtOnce(experiment, job)
                                                        == rows(experiment, job));
                        api.deleteJob(job);
                    }
                    worker.restart(Map.of());
                });
    }

    private static long completedAtOnce(Experiment experiment, UUID job) {
        return number(
                experiment,
                "select count(*) from occurrences where state = 2 and attempt = 1 and job_id = '"
                        + job
                        + "'");
    }

    private static NewJob harm(String kind) {
        return aJob("harm")
                .named("harm: " + kind)
                .data("kind", kind)
                .every("0 0 0 29 2 *")
                .with("maxRetries", 0)
                .with("timeoutSeconds", kind.equals("deaf") ? 2 : 600);
    }

    private static NewJob everySecondOfGroup(String group, int policy) {
        return aJob("ledger")
                .named("of group " + group)
                .with("workerGroup", group)
                .every("* * * * * *")
                .with("concurrentExecutionPolicy", policy);
    }

    private static void awaitEnd(Api api, UUID run) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .until(() -> !List.of("queued", "running").contains(state(api, run)));
    }

    private static JsonNode occurrence(Api api, UUID run) {
        try {
            return api.get("api/v1/occurrences/" + run).json();
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String state(Api api, UUID run) {
        return occurrence(api, run).required("state").textValue();
    }

    private static String error(Api api, UUID run) {
        return occurrence(api, run).required("error").asText();
    }

    private static long lines(Experiment experiment, UUID run) {
        return number(
                experiment,
                "select count(*) from occurrence_logs where attempt > 0 and occurrence_id = '"
                        + run
                        + "'");
    }

    private static long rows(Experiment experiment, UUID job) {
        return number(experiment, "select count(*) from occurrences where job_id = '" + job + "'");
    }

    private static long number(Experiment experiment, String query) {
        try {
            return experiment.judge().number(query);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
