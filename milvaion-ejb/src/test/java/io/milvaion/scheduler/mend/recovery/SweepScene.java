package io.milvaion.scheduler.mend.recovery;

import static org.awaitility.Awaitility.await;

import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.ClaimField;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.scheduler.ground.health.Dependencies;
import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.run.tracking.Markers;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.publish.QueueDepths;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Open runs in every state, and what a leader has to look at them. */
final class SweepScene {

    static final Duration LIMIT = Duration.ofSeconds(30);

    private final RedisClock clock = new RedisClock();
    final TrackingScene tracking = new TrackingScene();
    private final BrokerLink link = Services.broker();
    private final AutoCloseable trackers = tracking.consume(link);
    final QueueDepths depths = new QueueDepths(link, clock);
    final SystemHealth health = new SystemHealth();
    final Metrics metrics = new Metrics();
    private final RecoveryMetrics losses = new RecoveryMetrics(metrics);
    final Steadiness steadiness =
            new Steadiness(
                    new Dependencies(tracking.database, tracking.redis, link, health),
                    depths,
                    new LostQueues(link, health, losses));

    SweepScene() {
        generation("g");
    }

    /** As after a flush: Redis has another one. */
    void generation(String name) {
        tracking.redis.pool().set(tracking.redis.keys().generation(), name);
    }

    /** A run that was opened a minute ago. */
    UUID run(UUID job, Stage stage) {
        return opened(tracking.run(job, stage), 60);
    }

    /** Likewise; the database says that it is running. */
    UUID running(UUID job) {
        var run = run(job, Stage.READY);
        tracking.execute("update occurrences set state = 1, stage = null where id = ?", run);
        return run;
    }

    UUID opened(UUID run, int secondsAgo) {
        tracking.index.opened(List.of(run), Instant.now().minusSeconds(secondsAgo));
        return run;
    }

    void claim(UUID run, String state, int leaseSeconds) {
        tracking.claim(run, 1, state, leaseSeconds);
    }

    /** As a worker leaves it that has ended the run 40 s ago. */
    void ended(UUID run, String end) {
        claim(run, ClaimField.DONE, -10);
        tracking.redis.pool().hset(tracking.redis.keys().claim(run), ClaimField.END, end);
    }

    /** The queue of these runs was seen empty 40 s ago. */
    void queueSeenEmpty() throws Exception {
        depths.of(BrokerNames.jobQueue(null, "noop"));
        clock.read(Instant.now().minusSeconds(40));
        depths.look();
        clock.read(Instant.now());
        depths.look();
    }

    Term nextTerm() {
        tracking.execute("update leader_terms set term = term + 1");
        return new Term(Long.parseLong(tracking.one("select term from leader_terms")));
    }

    /** Sweeps until a message was published again, which is the end of a sweep. */
    void sweep() {
        var sweep = newSweep(Duration.ZERO);
        var term = nextTerm();
        await().atMost(LIMIT)
                .until(
                        () -> {
                            steadiness.probe();
                            sweep.step(term);
                            return tracking.published.runs().stream().anyMatch(r -> r.copy() == 2);
                        });
    }

    Sweep newSweep(Duration grace) {
        return new Sweep(
                new Markers(tracking.redis),
                link,
                tracking.index,
                clock,
                steadiness,
                depths,
                new Evidence(tracking.database, tracking.redis),
                new Remedies(
                        tracking.database,
                        tracking.index,
                        tracking.published,
                        tracking.tracker,
                        clock,
                        losses),
                new SweepSettings(Duration.ofMillis(100), grace));
    }

    /** What the scheduler has said about a run. */
    String journal(UUID run) {
        return String.join(
                "\n",
                tracking.list(
                        "select message from occurrence_logs where occurrence_id = ? and attempt = 0",
                        run));
    }

    void close() throws Exception {
        trackers.close();
        link.close();
        tracking.close();
    }
}
