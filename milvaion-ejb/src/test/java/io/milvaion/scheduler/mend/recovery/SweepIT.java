package io.milvaion.scheduler.mend.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.ClaimField;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.scheduler.ground.health.Dependencies;
import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.run.leader.TermOver;
import io.milvaion.scheduler.run.tracking.Markers;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.state.publish.QueueDepths;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SweepIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final RedisClock clock = new RedisClock();
    private TrackingScene scene;
    private BrokerLink link;
    private AutoCloseable trackers;
    private QueueDepths depths;
    private Steadiness steadiness;

    @BeforeEach
    void open() {
        scene = new TrackingScene();
        link = Services.broker();
        trackers = scene.consume(link);
        depths = new QueueDepths(link, clock);
        var health = new SystemHealth();
        var dependencies = new Dependencies(scene.database, scene.redis, link, health);
        steadiness = new Steadiness(dependencies, depths, clock);
        scene.redis.pool().set(scene.redis.keys().generation(), "g");
    }

    @AfterEach
    void close() throws Exception {
        trackers.close();
        link.close();
        scene.close();
    }

    @Test
    void oneSweepFindsEachKindOfRun() throws Exception {
        var job = scene.job(3, "retry");
        var lostAttempt = opened(scene.run(job, Stage.READY), 60);
        claim(lostAttempt, ClaimField.RUNNING, -40);
        var unknown = opened(scene.run(scene.job(3, "unknown"), Stage.READY), 60);
        running(unknown);
        var alive = opened(scene.run(job, Stage.READY), 60);
        running(alive);
        claim(alive, ClaimField.RUNNING, 20);
        var reporting = opened(scene.run(job, Stage.READY), 60);
        claim(reporting, ClaimField.DONE, 20);
        var lostMessage = opened(scene.run(job, Stage.READY), 60);
        var young = opened(scene.run(job, Stage.READY), 20);
        var ended = opened(scene.run(job, Stage.READY), 60);
        scene.execute(
                "update occurrences set state = 2, stage = null, ended_at = now() where id = ?",
                ended);
        var missing = opened(UUID.randomUUID(), 700);
        var overdue = opened(scene.run(job, Stage.BACKOFF), 60);
        scene.execute(
                "update occurrences set available_at = now() - interval '31 s' where id = ?",
                overdue);
        var queue = scene.job(OverlapPolicy.QUEUE, 0, "retry");
        var held = opened(scene.run(queue, Stage.HELD), 60);
        queueSeenEmpty();

        sweep(term());

        assertThat(scene.state(lostAttempt)).isEqualTo("0/2#2");
        assertThat(journal(lostAttempt)).contains("Attempt 1 counts as lost", "w-7", "attempt 2");
        assertThat(scene.state(unknown)).isEqualTo("6#1");
        assertThat(scene.state(alive)).isEqualTo("1#1");
        assertThat(scene.state(reporting)).isEqualTo("0/0#1");
        assertThat(scene.isOpen(ended)).isFalse();
        assertThat(scene.isOpen(missing)).isFalse();
        assertThat(scene.isOpen(young)).isTrue();
        assertThat(scene.readyAt(overdue, 1)).isNotNull();
        assertThat(scene.state(held)).isEqualTo("0/0#1");
        assertThat(scene.published.runs())
                .extracting(OutgoingRun::occurrenceId, OutgoingRun::copy)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(lostMessage, 2),
                        org.assertj.core.groups.Tuple.tuple(held, 1));
        assertThat(journal(lostMessage)).contains("published again");
        assertThat(journal(held)).contains("released");
        assertThat(journal(overdue)).contains("due 30 s ago");
        assertThat(journal(alive)).isEmpty();
    }

    @Test
    void nothingIsDecidedWithinTheGrace() throws Exception {
        var run = opened(scene.run(scene.job(3, "retry"), Stage.READY), 60);
        running(run);
        var sweep = newSweep(Duration.ofHours(1));
        var term = term();

        for (int i = 0; i < 20; i++) {
            steadiness.probe();
            sweep.step(term);
        }

        assertThat(scene.state(run)).isEqualTo("1#1");
        assertThat(scene.redis.pool().get(scene.redis.keys().marker())).isNull();
    }

    @Test
    void aLeaderWhoseTermIsOverDecidesNothing() throws Exception {
        var run = opened(scene.run(scene.job(3, "retry"), Stage.READY), 60);
        running(run);
        var over = term();
        term();
        var sweep = newSweep(Duration.ZERO);

        await().atMost(LIMIT)
                .until(
                        () -> {
                            try {
                                steadiness.probe();
                                sweep.step(over);
                                return false;
                            } catch (TermOver e) {
                                return true;
                            }
                        });

        assertThat(scene.state(run)).isEqualTo("1#1");
    }

    @Test
    void aFlushOfRedisAndARestartOfTheBrokerInterrupt() throws Exception {
        await().atMost(LIMIT).until(() -> steadyAfterProbe(1_500));

        scene.redis.pool().set(scene.redis.keys().generation(), "another");
        assertThat(steadyAfterProbe(1_500)).isFalse();

        await().atMost(LIMIT).until(() -> steadyAfterProbe(1_500));
        Services.restartBroker();
        assertThat(steadyAfterProbe(1_500)).isFalse();
        await().atMost(LIMIT).until(() -> steadyAfterProbe(1_500));
    }

    @Test
    void aQueueThatDoesNotExistIsEmpty() throws Exception {
        depths.of("jobs.nobody.wildcard");

        depths.look();

        assertThat(depths.ready("jobs.nobody.wildcard")).hasValue(0);
        depths.look();
    }

    private boolean steadyAfterProbe(int millis) {
        steadiness.probe();
        return steadiness.askedNow().toMillis() > millis;
    }

    private void sweep(Term term) {
        var sweep = newSweep(Duration.ZERO);
        await().atMost(LIMIT)
                .until(
                        () -> {
                            steadiness.probe();
                            sweep.step(term);
                            return !scene.published.runs().isEmpty()
                                    && scene.published.runs().stream().anyMatch(r -> r.copy() == 2);
                        });
    }

    private Sweep newSweep(Duration grace) {
        return new Sweep(
                new Markers(scene.redis),
                link,
                scene.index,
                clock,
                steadiness,
                depths,
                new Evidence(scene.database, scene.redis),
                new Remedies(scene.database, scene.index, scene.published, scene.tracker, clock),
                new SweepSettings(Duration.ofMillis(100), grace));
    }

    /** The queue of these runs was seen empty 40 s ago. */
    private void queueSeenEmpty() throws Exception {
        depths.of(BrokerNames.jobQueue(null, "noop"));
        clock.read(Instant.now().minusSeconds(40));
        depths.look();
        clock.read(Instant.now());
        depths.look();
    }

    private Term term() {
        scene.execute("update leader_terms set term = term + 1");
        return new Term(Long.parseLong(scene.one("select term from leader_terms")));
    }

    private UUID opened(UUID run, int secondsAgo) {
        scene.index.opened(List.of(run), Instant.now().minusSeconds(secondsAgo));
        return run;
    }

    private void running(UUID run) {
        scene.execute("update occurrences set state = 1, stage = null where id = ?", run);
    }

    private void claim(UUID run, String state, int leaseSeconds) {
        scene.redis
                .pool()
                .hset(
                        scene.redis.keys().claim(run),
                        Map.of(
                                ClaimField.ATTEMPT, "1",
                                ClaimField.INSTANCE, "w-7",
                                ClaimField.TOKEN, "t",
                                ClaimField.STATE, state,
                                ClaimField.LEASE,
                                        Long.toString(
                                                System.currentTimeMillis()
                                                        + leaseSeconds * 1_000L)));
    }

    private String journal(UUID run) {
        return String.join(
                "\n",
                scene.list(
                        "select message from occurrence_logs where occurrence_id = ? and attempt = 0",
                        run));
    }
}
