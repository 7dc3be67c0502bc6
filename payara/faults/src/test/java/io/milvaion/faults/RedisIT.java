package io.milvaion.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.faults.cluster.Cluster;
import java.util.HashMap;
import java.util.concurrent.TimeUnit;

/** Faults of the index and coordinator. */
class RedisIT {

    /** Longer than the leader's lease. */
    private static final int FROZEN_SECONDS = 20;

    private static final int THREADS_MORE = 10;

    @Fault(number = 10, name = "Redis emptied twice", inShortSelection = true)
    void whatRedisForgetsIsInPostgresql(Cluster cluster, Experiment experiment) throws Exception {
        experiment.underLoad(
                () -> {
                    cluster.redis().command("flushall");
                    TimeUnit.SECONDS.sleep(20);
                    cluster.redis().command("flushall");
                });
    }

    @Fault(number = 11, name = "Redis frozen past the lease")
    void callsThatGetNoAnswerLeaveNoThreadsBehind(Cluster cluster, Experiment experiment)
            throws Exception {
        var threads = new HashMap<String, Integer>();
        experiment.underLoad(
                () -> {
                    for (var member : cluster.members()) {
                        threads.put(member.name(), member.threads());
                    }
                    cluster.redis().command("client", "pause", FROZEN_SECONDS + "000", "all");
                    TimeUnit.SECONDS.sleep(FROZEN_SECONDS);
                });

        for (var member : cluster.members()) {
            assertThat(member.threads())
                    .as("threads of %s", member)
                    .isLessThan(threads.get(member.name()) + THREADS_MORE);
        }
    }

    @Fault(number = 12, name = "Redis out of memory")
    void whatRedisRefusesIsLoudAndDoneLater(Cluster cluster, Experiment experiment)
            throws Exception {
        experiment.underLoad(
                () -> {
                    cluster.redis().command("config", "set", "maxmemory-policy", "noeviction");
                    cluster.redis().command("config", "set", "maxmemory", "1mb");
                    try {
                        TimeUnit.SECONDS.sleep(30);
                        for (var node : cluster.nodes()) {
                            assertThat(node.health().body()).contains("\"degraded\":true");
                        }
                        TimeUnit.SECONDS.sleep(30);
                    } finally {
                        cluster.redis().command("config", "set", "maxmemory", "0");
                    }
                });
    }
}
