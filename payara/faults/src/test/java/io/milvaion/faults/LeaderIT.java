package io.milvaion.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milvaion.faults.cluster.Cluster;
import io.milvaion.faults.cluster.Member;
import io.milvaion.faults.host.Firewall;
import io.milvaion.faults.host.Proxy;
import io.milvaion.faults.host.Tool;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Faults of the node that dispatches. */
class LeaderIT {

    private static final int LEASE_SECONDS = 15;
    private static final int CUT_SECONDS = 60;

    /** All that has become due without a leader is dispatched as fast as it goes. */
    private static final int CATCH_UP_SECONDS = 5;

    @Fault(number = 1, name = "leader killed", inShortSelection = true)
    void anotherNodeLeadsWithinTheLease(Cluster cluster, Experiment experiment) throws Exception {
        var outcome = experiment.underLoad(() -> experiment.leader().kill());

        assertThat(outcome.delay()).isLessThan(LEASE_SECONDS + 1);
        assertThat(outcome.recovery()).isLessThan(LEASE_SECONDS + CATCH_UP_SECONDS);
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
        assertThat(outcome.recovery()).isLessThan(1);
    }

    @Fault(number = 3, name = "leader cut off from Redis", needs = Tool.FIREWALL)
    void aLeaderWithoutRedisDispatchesNothing(Cluster cluster, Experiment experiment)
            throws Exception {
        var outcome =
                experiment.underLoad(
                        () -> {
                            var leader = experiment.leader();
                            long term = experiment.judge().leader().term();
                            try (var firewall = new Firewall()) {
                                var cut = Instant.now();
                                firewall.drop(leader.uid(), cluster.redis().port());
                                awaitAnotherTerm(experiment, term);
                                double dispatched = dispatched(leader);
                                Experiment.sleepUntil(cut.plusSeconds(CUT_SECONDS));
                                assertThat(dispatched(leader)).isEqualTo(dispatched);
                            }
                        });

        assertThat(outcome.delay()).isLessThan(LEASE_SECONDS + 1);
    }

    @Fault(number = 4, name = "leader cut off from PostgreSQL", needs = Tool.FIREWALL)
    void aLeaderWithoutPostgresqlGivesTheLeaseUp(Cluster cluster, Experiment experiment)
            throws Exception {
        experiment.underLoad(
                () -> {
                    var leader = experiment.leader();
                    long term = experiment.judge().leader().term();
                    try (var firewall = new Firewall()) {
                        var cut = Instant.now();
                        firewall.drop(leader.uid(), cluster.postgres().port());
                        awaitAnotherTerm(experiment, term);
                        await().atMost(Duration.ofSeconds(20))
                                .until(() -> leader.health().status() == 503);
                        Experiment.sleepUntil(cut.plusSeconds(CUT_SECONDS));
                    }
                });
    }

    @Fault(number = 5, name = "leader cut off from the broker", needs = Tool.FIREWALL)
    void aLeaderWithoutABrokerGivesTheLeaseUp(Cluster cluster, Experiment experiment)
            throws Exception {
        experiment.underLoad(
                () -> {
                    var leader = experiment.leader();
                    long term = experiment.judge().leader().term();
                    try (var firewall = new Firewall()) {
                        var cut = Instant.now();
                        firewall.drop(leader.uid(), cluster.broker().port());
                        awaitAnotherTerm(experiment, term);
                        var health = leader.health();
                        assertThat(health.status()).isEqualTo(200);
                        assertThat(health.body())
                                .contains("does not lead", "\"degraded\":\"true\"");
                        Experiment.sleepUntil(cut.plusSeconds(CUT_SECONDS));
                    }
                });
    }

    @Fault(number = 6, name = "leader's broker answers nothing")
    void aRunWithoutAConfirmIsSentAgainAndRunOnce(Cluster cluster, Experiment experiment)
            throws Exception {
        var proxies = new HashMap<Member, Proxy>();
        try {
            for (var node : cluster.nodes()) {
                var proxy = Proxy.to(cluster.broker().port());
                proxies.put(node, proxy);
                restart(node, Map.of("MILVAION_RABBITMQ_URL", broker(proxy)));
            }
            experiment.underLoad(
                    () -> {
                        var proxy = proxies.get(experiment.leader());
                        proxy.swallowAnswers(true);
                        TimeUnit.SECONDS.sleep(CUT_SECONDS);
                        proxy.swallowAnswers(false);
                        proxy.breakConnections();
                    });
        } finally {
            for (var proxy : proxies.values()) {
                proxy.close();
            }
            for (var node : cluster.nodes()) {
                restart(node, Map.of());
            }
        }
    }

    @Fault(number = 7, name = "crash between two steps of a batch")
    void whateverStepIsTheLastAnotherNodeGoesOn(Cluster cluster, Experiment experiment)
            throws Exception {
        for (var place :
                List.of(
                        "after-pop",
                        "after-insert",
                        "after-publish",
                        "after-confirm",
                        "after-complete",
                        "after-report-commit",
                        "after-ack")) {
            experiment.named(place).underLoad(() -> crash(place, cluster, experiment));
            cluster.startMissing();
        }
    }

    /** Lets a node lead that dies at this place, after a random number of passes. */
    private static void crash(String place, Cluster cluster, Experiment experiment)
            throws Exception {
        var leader = experiment.leader();
        var others = cluster.nodes().stream().filter(node -> node != leader).toList();
        var victim = others.get(0);
        var failpoint = "-Dmilvaion.failpoint=" + place + ":" + experiment.random().nextInt(20);
        restart(victim, Map.of("JAVA_TOOL_OPTIONS", failpoint));
        others.get(1).stop();
        leader.stop();
        await().atMost(Duration.ofSeconds(60)).until(() -> !victim.isAlive());
        cluster.startMissing();
    }

    private static void restart(Member node, Map<String, String> environment) throws Exception {
        node.stop();
        node.launch(environment);
        node.awaitReady();
    }

    private static String broker(Proxy proxy) {
        return "amqp://guest:guest@127.0.0.1:" + proxy.port() + "/%2F";
    }

    private static void awaitAnotherTerm(Experiment experiment, long term) {
        await().atMost(Duration.ofSeconds(CUT_SECONDS))
                .until(() -> experiment.judge().leader().term() > term);
    }

    private static double dispatched(Member node) throws Exception {
        return node.metric("milvaion_dispatched_runs_total");
    }
}
