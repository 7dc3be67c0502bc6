package io.milvaion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.faults.cluster.Cluster;
import java.util.concurrent.TimeUnit;

/** Faults of the node that dispatches. */
class LeaderIT {

    private static final int LEASE_SECONDS = 15;

    @Fault(number = 1, name = "leader killed", inShortSelection = true)
    void anotherNodeLeadsWithinTheLease(Cluster cluster, Experiment experiment) throws Exception {
        var outcome = experiment.underLoad(() -> experiment.leader().kill());

        assertThat(outcome.delay()).isLessThan(LEASE_SECONDS + 1);
    }

    @Fault(number = 2, name = "leader stopped past its lease", inShortSelection = true)
    void aLeaderThatWakesUpTooLateChangesNothing(Cluster cluster, Experiment experiment)
            throws Exception {
        long before = experiment.judge().leader().term();

        var outcome =
                experiment.underLoad(
                        () -> {
                            var leader = experiment.leader();
                            leader.pause();
                            try {
                                TimeUnit.SECONDS.sleep(2 * LEASE_SECONDS);
                            } finally {
                                leader.resume();
                            }
                        });

        assertThat(experiment.judge().leader().term()).isEqualTo(before + 1);
        assertThat(outcome.delay()).isLessThan(LEASE_SECONDS + 1);
    }
}
