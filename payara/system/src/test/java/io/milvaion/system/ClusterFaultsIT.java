package io.milvaion.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Jobs are due every second while something breaks: every second must be accounted for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterFaultsIT {

    /** Something that breaks and is whole again when this returns. */
    @FunctionalInterface
    private interface Fault {
        void strike() throws Exception;
    }

    private static final Duration LEASE_TTL = Duration.ofSeconds(15);
    private static final Duration SETTLE_LIMIT = Duration.ofSeconds(90);

    private final int window = Integer.getInteger("milvaion.system.window", 180);
    private final int jobs = Integer.getInteger("milvaion.system.jobs", 50);
    private final long seed = Long.getLong("milvaion.system.seed", System.nanoTime());
    private final Random random = new Random(seed);

    private Cluster cluster;
    private History history;

    @BeforeAll
    void start() throws Exception {
        System.out.printf(
                "%d + %d jobs, window %d s, -Dmilvaion.system.seed=%d%n", jobs, jobs, window, seed);
        cluster = Cluster.start();
        history = new History(cluster.urls().jdbcUrl());
    }

    @AfterAll
    void stop() throws Exception {
        if (history != null) {
            history.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }

    @BeforeEach
    void wholeCluster() throws Exception {
        cluster.startMissingNodes();
        await().atMost(Duration.ofSeconds(60)).until(() -> history.leader().node() != null);
    }

    @Test
    void aKilledLeaderIsReplacedInTimeAndEverySecondIsAccountedFor() throws Exception {
        underLoad("kill -9 of the leader", this::killLeader);
    }

    @Test
    void afterRedisHasLostEverythingEverySecondIsAccountedFor() throws Exception {
        underLoad("FLUSHALL on Redis", cluster::flushRedis);
    }

    @Test
    void afterARestartOfTheBrokerEverySecondIsAccountedFor() throws Exception {
        assumeTrue(
                cluster.mayRestartBroker(),
                "the broker is not an embedded one and -Dmilvaion.system.broker-restart is not set");
        underLoad("restart of the broker", cluster::restartBroker);
    }

    private void killLeader() throws Exception {
        var killed = history.leader();
        cluster.node(killed.node()).kill();
        long start = System.nanoTime();
        await().pollInterval(Duration.ofMillis(50))
                .atMost(LEASE_TTL.plusSeconds(1))
                .until(() -> history.leader().term() > killed.term());
        System.out.printf(
                "%s was killed; %s leads after %.1f s%n",
                killed.node(), history.leader().node(), (System.nanoTime() - start) / 1e9);
    }

    private void underLoad(String name, Fault fault) throws Exception {
        var workload = Workload.create(new Api(cluster.anyNode().uri()), jobs);
        try {
            var first = Workload.firstSecond();
            var last = first.plusSeconds(window - 1L);
            var moment = first.plusMillis(window * (200L + random.nextInt(500)));
            sleepUntil(moment);
            System.out.printf(
                    "%n%s, %.1f s into the window%n",
                    name, Duration.between(first, moment).toMillis() / 1e3);
            fault.strike();
            sleepUntil(last.plusSeconds(1));
            await().atMost(SETTLE_LIMIT)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(history.nextRun(workload.all())).isAfter(last));
            workload.deactivate(new Api(cluster.anyNode().uri()));
            double settled = awaitEnds(workload, last);
            check(workload, first, last, settled);
        } finally {
            workload.delete(new Api(cluster.anyNode().uri()));
        }
    }

    /** Returns how many seconds after the window the last run ended; -1 if some did not in time. */
    private double awaitEnds(Workload workload, Instant last) throws Exception {
        while (history.open(workload.all(), last) > 0) {
            if (Instant.now().isAfter(last.plus(SETTLE_LIMIT))) {
                return -1;
            }
            Thread.sleep(200);
        }
        return Duration.between(last, Instant.now()).toMillis() / 1e3;
    }

    private void check(Workload workload, Instant first, Instant last, double settled)
            throws Exception {
        var parallel = history.tally(workload.parallel(), first, last);
        var skip = history.tally(workload.skip(), first, last);
        System.out.println(Tally.head());
        System.out.println(parallel.row("Parallel"));
        System.out.println(skip.row("Skip"));
        System.out.println(
                settled < 0
                        ? "not all runs ended within %d s".formatted(SETTLE_LIMIT.toSeconds())
                        : "all runs ended %.1f s after the window".formatted(settled));
        assertSoftly(
                softly -> {
                    for (var tally : new Tally[] {parallel, skip}) {
                        softly.assertThat(tally.missing()).as("missing, %s", tally).isZero();
                        softly.assertThat(tally.duplicates()).as("duplicates, %s", tally).isZero();
                        softly.assertThat(tally.notFinal()).as("not final, %s", tally).isZero();
                    }
                    softly.assertThat(parallel.occurrences())
                            .as("occurrences of Parallel, %s", parallel)
                            .isEqualTo((long) jobs * window);
                });
    }

    private static void sleepUntil(Instant moment) throws InterruptedException {
        long millis = Duration.between(Instant.now(), moment).toMillis();
        if (millis > 0) {
            Thread.sleep(millis);
        }
    }
}
