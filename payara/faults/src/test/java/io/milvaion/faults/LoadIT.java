package io.milvaion.faults;

import static io.milvaion.launcher.rest.NewJob.aJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milvaion.faults.cluster.Cluster;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** More work than usual. */
class LoadIT {

    private static final int BURST = Integer.getInteger("faults.burst", 100_000);
    private static final int BLOCKED = 1_000;
    private static final int BLOCKED_SECONDS = 20;

    @Fault(number = 8, name = "100,000 runs due in one second")
    void aBurstIsRunAndTheNodesStayAlive(Cluster cluster, Experiment experiment) throws Exception {
        var due = Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        var policies = new HashMap<UUID, Integer>();
        for (int number = 0; number < BURST; number++) {
            policies.put(UUID.randomUUID(), Workload.PARALLEL);
        }
        experiment.judge().createOneTimeJobs(policies.keySet(), "ledger", due);
        experiment.judge().begin(policies);
        var deadline = due.plus(Duration.ofMinutes(20));

        while (experiment.judge().settled() < BURST && Instant.now().isBefore(deadline)) {
            for (var node : cluster.nodes()) {
                assertThat(node.live().status()).as("%s is alive", node).isEqualTo(200);
            }
            TimeUnit.SECONDS.sleep(2);
        }

        var outcome = experiment.judged(due, due, due, Instant.now(), deadline);
        assertThat(outcome.occurrences()).isEqualTo(BURST);
    }

    @Fault(number = 9, name = "1,000 jobs that may not run, and one that may")
    void jobsThatMustWaitDoNotHoldUpOthers(Cluster cluster, Experiment experiment)
            throws Exception {
        var api = cluster.anyNode().api();
        var blocked = new HashMap<UUID, Integer>();
        for (int number = 0; number < BLOCKED; number++) {
            blocked.put(UUID.randomUUID(), Workload.SKIP);
        }
        experiment.judge().createJobs(blocked.keySet(), "nobody", "* * * * * *", Workload.SKIP);
        var free =
                api.createJob(
                        aJob("ledger")
                                .named("free")
                                .every("* * * * * *")
                                .with("concurrentExecutionPolicy", Workload.PARALLEL));
        try {
            TimeUnit.SECONDS.sleep(10); // each of them has its open run now
            experiment.judge().begin(Map.of(free, Workload.PARALLEL));
            var first = Workload.firstSecond();
            var last = first.plusSeconds(BLOCKED_SECONDS);
            Experiment.sleepUntil(last.plusSeconds(1));
            api.patchJob(free, Map.of("active", false));
            var outcome =
                    experiment.judged(first, last, first, last, Instant.now().plusSeconds(60));

            assertThat(outcome.maxLate()).isCloseTo(0, within(1.0));
        } finally {
            experiment.judge().deactivate(blocked.keySet());
            api.deleteJob(free);
        }
    }
}
