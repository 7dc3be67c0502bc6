package io.milvaion.scheduler.run.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.run.trigger.TriggerRefused;
import io.milvaion.scheduler.run.trigger.TriggerRequest;
import io.milvaion.scheduler.run.trigger.Triggers;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.pause.AlreadyPaused;
import io.milvaion.scheduler.state.pause.PauseScene;
import io.milvaion.scheduler.state.pause.PauseScope;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs of one type, group or tag stand still, and others do not. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container here
class PauseIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final DispatcherScene scene = new DispatcherScene();
    private final PauseScene pauses =
            new PauseScene(
                    scene.tracking.database, scene.tracking.liveEvents(), scene.tracking.index);
    private final String name = "n-" + UUID.randomUUID();

    @AfterEach
    void close() {
        pauses.close();
        scene.close();
    }

    private enum Kind {
        TYPE("job_type = ?"),
        GROUP("worker_group = ?"),
        TAG("tags = array['other', ?]");

        private final String change;

        Kind(String change) {
            this.change = change;
        }

        private PauseScope named(String name) {
            return switch (this) {
                case TYPE -> new PauseScope(name, null, null);
                case GROUP -> new PauseScope(null, name, null);
                case TAG -> new PauseScope(null, null, name);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfItIsPlannedUntilThePauseEndsAndThenByTheMisfireRules(Kind kind) throws Exception {
        var job = job(kind, 5);
        var other = scene.job(5);
        var pause = pauses.open(kind.named(name));

        scene.round();
        scene.round();

        assertThat(scene.runs(job)).isEmpty();
        assertThat(scene.runs(other)).isNotEmpty();
        await("not looked at again at once")
                .atMost(LIMIT)
                .until(() -> score(job).isAfter(Instant.now().plusSeconds(20)));
        pauses.end(pause);
        assertThat(score(job)).as("due at once").isBefore(Instant.now());
        await().atMost(LIMIT)
                .until(
                        () -> {
                            scene.round();
                            return scene.runs(job).size() >= 6;
                        });
        assertThat(planned(job)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aPauseEndsByItselfAtItsInstant() throws Exception {
        var job = job(Kind.TAG, 2);
        pauses.open(Kind.TAG.named(name), Instant.now().plusSeconds(2));
        scene.round();
        assertThat(scene.runs(job)).isEmpty();

        await().atMost(LIMIT)
                .until(
                        () -> {
                            pauses.endOver();
                            scene.round();
                            return !scene.runs(job).isEmpty();
                        });
        assertThat(scene.tracking.events())
                .contains("dispatching.paused", "dispatching.pauseEnded");
        assertThat(pauses.list()).noneMatch(pause -> name.equals(pause.scope().tag()));
    }

    @Test
    void retriesAndRunsWithoutAMessageStayWhereTheyAre() throws Exception {
        var job = job(Kind.TAG, -3_600);
        var retry = scene.tracking.run(job, Stage.BACKOFF);
        var ready = scene.tracking.run(job, Stage.READY);
        lookAtNow(retry, ready);
        var pause = pauses.open(Kind.TAG.named(name));

        scene.round();

        assertThat(scene.tracking.state(retry)).isEqualTo("0/2#1");
        assertThat(published()).doesNotContain(retry, ready);
        assertThat(
                        scene.tracking.one(
                                "select count(*) from occurrence_logs where occurrence_id = ?",
                                ready))
                .isEqualTo("0");
        pauses.end(pause);
        lookAtNow(retry, ready);
        await().atMost(LIMIT)
                .until(
                        () -> {
                            scene.round();
                            return published().containsAll(List.of(retry, ready));
                        });
        assertThat(published()).doesNotHaveDuplicates();
    }

    @Test
    void triggersAreRefusedAndNameThePause() {
        var job = job(Kind.GROUP, -3_600);
        var trigger = Triggers.on(scene.tracking, 10);
        var pause = pauses.open(Kind.GROUP.named(name));

        assertThatThrownBy(() -> trigger.trigger(new TriggerRequest(job, null, null)))
                .isInstanceOfSatisfying(
                        TriggerRefused.class,
                        refused -> {
                            assertThat(refused.type()).isEqualTo("job-is-paused");
                            assertThat(refused.members()).containsEntry("pauseId", pause);
                            assertThat(refused)
                                    .hasMessage("Worker group %s is paused by ada: a move", name);
                        });
        assertThat(scene.runs(job)).isEmpty();
        pauses.end(pause);
        assertThat(trigger.trigger(new TriggerRequest(job, null, null))).isNotNull();
    }

    @Test
    void aScopeIsPausedOnceAndEndedOnce() {
        var scope = Kind.TYPE.named(name);
        var pause = pauses.open(scope);

        assertThatThrownBy(() -> pauses.open(scope)).isInstanceOf(AlreadyPaused.class);
        pauses.end(pause);
        assertThatThrownBy(() -> pauses.end(pause)).isInstanceOf(NotFound.class);
        assertThat(
                        scene.tracking.list(
                                "select action from audit_unsealed where object_id = ? order by id",
                                pause.toString()))
                .containsExactly("pause.create", "pause.end");
    }

    @Test
    void theSweepDoesNotFindWhatIsPaused() {
        var job = job(Kind.TAG, 60);
        var sweep = new OverdueSweep();
        sweep.database = scene.tracking.database;
        sweep.index = scene.tracking.index;
        var later = Instant.now().plusSeconds(3_600);
        scene.tracking.index.plan(job, later);
        var pause = pauses.open(Kind.TAG.named(name));

        sweep.run(Instant.now());
        assertThat(score(job)).isEqualTo(later.truncatedTo(ChronoUnit.MILLIS));

        pauses.end(pause);
        assertThat(score(job)).isBefore(Instant.now());
    }

    private UUID job(Kind kind, int secondsAgo) {
        var job = scene.job(OverlapPolicy.PARALLEL, null, secondsAgo);
        scene.tracking.execute("update jobs set " + kind.change + " where id = ?", name, job);
        return job;
    }

    private void lookAtNow(UUID... runs) {
        Consumer<UUID> look =
                run -> scene.tracking.index.remind(List.of(new AttemptKey(run, 1)), Instant.EPOCH);
        Stream.of(runs).forEach(look);
    }

    private List<UUID> published() {
        return scene.tracking.published.runs().stream().map(OutgoingRun::occurrenceId).toList();
    }

    private List<String> planned(UUID job) {
        return scene.tracking.list(
                "select planned_at::text from occurrences where job_id = ? order by planned_at",
                job);
    }

    private Instant score(UUID job) {
        var redis = scene.tracking.redis;
        var score = redis.pool().zscore(redis.keys().schedule(), job.toString());
        if (score == null) { // in a batch
            return Instant.EPOCH;
        }
        return Instant.ofEpochMilli(score.longValue());
    }
}
