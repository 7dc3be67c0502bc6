package io.milvaion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.faults.cluster.Cluster;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;

/** Faults of the processes that run jobs. */
class WorkerIT {

    private static final int CLAIM_SECONDS = 30;

    @Fault(number = 21, name = "worker killed", inShortSelection = true)
    void itsRunsAreAttemptedAgain(Cluster cluster, Experiment experiment) throws Exception {
        var worker = cluster.workers().get(experiment.random().nextInt(2));

        experiment
                .allowing(Experiment.Repetition.LOST_ATTEMPT)
                .underLoad(() -> experiment.killWorker(worker));

        cluster.startMissing();
        var workers = cluster.anyNode().api().get("api/v1/workers").json().required("items");
        assertThat(StreamSupport.stream(workers.spliterator(), false))
                .filteredOn(view -> view.required("alive").booleanValue())
                .hasSameSizeAs(cluster.workers())
                .allSatisfy(view -> assertThat(view.required("runningJobs").intValue()).isZero());
    }

    @Fault(number = 22, name = "worker stopped past its claims")
    void anotherAttemptOwnsWhatASleepingWorkerHolds(Cluster cluster, Experiment experiment)
            throws Exception {
        var worker = cluster.workers().get(experiment.random().nextInt(2));
        var node = worker.name() + "/" + worker.pid();
        var paused = new AtomicReference<Instant>();

        experiment
                .allowing(Experiment.Repetition.LOST_ATTEMPT)
                .allowingOverlap()
                .underLoad(
                        () -> {
                            paused.set(Instant.now());
                            worker.pause();
                            try {
                                TimeUnit.SECONDS.sleep(2 * CLAIM_SECONDS);
                            } finally {
                                worker.resume();
                            }
                        });

        var awake =
                """
                select count(*) from faults.two_owners t join faults.execution e
                    on e.occurrence_id = t.occurrence_id and e.attempt = t.attempt
                 where e.node <> '%s' or e.started_at > '%s'"""
                        .formatted(node, paused.get().plusSeconds(1));
        assertThat(experiment.judge().number(awake)).as("overlaps that no sleep explains").isZero();
    }

    @Fault(number = 23, name = "rolling restart", inShortSelection = true)
    void nothingIsLostOrRepeatedByStoppingEachInTurn(Cluster cluster, Experiment experiment)
            throws Exception {
        experiment.underLoad(
                () -> {
                    for (int round = 0; round < (Options.SHORT ? 1 : 3); round++) {
                        for (var member : cluster.members()) {
                            assertThat(member.stop()).as("%s ended by itself", member).isTrue();
                            member.launch();
                            member.awaitReady();
                        }
                    }
                });

        assertThat(experiment.judge().number("select max(attempt) from faults.run")).isOne();
    }
}
