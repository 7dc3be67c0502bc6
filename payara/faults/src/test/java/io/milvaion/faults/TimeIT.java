package io.milvaion.faults;

import static io.milvaion.launcher.rest.NewJob.aJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.milvaion.faults.cluster.Cluster;
import io.milvaion.launcher.rest.NewJob;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;

/** Time that was missed. */
class TimeIT {

    private static final int PERIOD_SECONDS = 10;
    private static final int MISSED_SECONDS = 7_200;
    private static final long BOUND_OF_ALL = 1_000;

    @Fault(number = 30, name = "down for 720 periods")
    void eachMissedInstantIsARunOrARecord(Cluster cluster, Experiment experiment) throws Exception {
        var jobs = new LinkedHashMap<String, UUID>();
        var down = new AtomicReference<Instant>();
        experiment.underLoad(
                () -> {
                    var api = cluster.anyNode().api();
                    for (var policy : new String[] {"once", "all", "skip"}) {
                        jobs.put(policy, api.createJob(job(policy)));
                    }
                    TimeUnit.SECONDS.sleep(2);
                    for (var node : cluster.nodes()) {
                        node.kill();
                    }
                    for (UUID job : jobs.values()) {
                        experiment.judge().shiftSchedule(job, Duration.ofSeconds(MISSED_SECONDS));
                    }
                    down.set(Instant.now());
                    cluster.startMissing();
                    awaitPresent(experiment, jobs);
                });

        long missed = MISSED_SECONDS / PERIOD_SECONDS;
        assertSoftly(
                softly -> {
                    softly.assertThat(runs(experiment, jobs.get("once"), down.get()))
                            .as("runs the latest, which fell due later")
                            .isLessThanOrEqualTo(1);
                    softly.assertThat(runs(experiment, jobs.get("once"), Instant.now()))
                            .isPositive();
                    softly.assertThat(runs(experiment, jobs.get("all"), down.get()))
                            .isBetween(missed - 2, BOUND_OF_ALL);
                    softly.assertThat(runs(experiment, jobs.get("skip"), down.get())).isZero();
                    for (var policy : jobs.entrySet()) {
                        softly.assertThat(accounted(experiment, policy.getValue(), down.get()))
                                .as("instants that are a run or in the ledger, %s", policy.getKey())
                                .isBetween(missed - 2, missed + 2);
                    }
                });
        var api = cluster.anyNode().api();
        for (UUID job : jobs.values()) {
            api.deleteJob(job);
        }
    }

    /** Due far in the past only, by the shift: none of its runs are due while the test looks. */
    private static NewJob job(String misfirePolicy) {
        return aJob("ledger")
                .named("missed: " + misfirePolicy)
                .every("*/%d * * * * *".formatted(PERIOD_SECONDS))
                .with("misfirePolicy", misfirePolicy)
                .with("concurrentExecutionPolicy", Workload.PARALLEL);
    }

    private static void awaitPresent(Experiment experiment, Map<String, UUID> jobs) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(
                        () -> {
                            for (UUID job : jobs.values()) {
                                assertThat(
                                                experiment
                                                        .judge()
                                                        .number(
                                                                """
                                                                select extract(epoch from now() - next_run_at)::bigint
                                                                  from job_schedule where job_id = '%s'"""
                                                                        .formatted(job)))
                                        .isLessThan(PERIOD_SECONDS);
                            }
                        });
    }

    private static long runs(Experiment experiment, UUID job, Instant before) {
        return number(
                experiment,
                "select count(*) from occurrences where job_id = '%s' and planned_at < '%s'"
                        .formatted(job, before));
    }

    private static long accounted(Experiment experiment, UUID job, Instant before) {
        return number(
                experiment,
                """
                select (select count(*) from occurrences where job_id = '%1$s' and planned_at < '%2$s')
                     + (select coalesce(sum(count), 0) from skipped_runs
                         where job_id = '%1$s' and planned_at < '%2$s')"""
                        .formatted(job, before));
    }

    private static long number(Experiment experiment, String query) {
        try {
            return experiment.judge().number(query);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
