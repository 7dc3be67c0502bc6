package io.milvaion.scheduler.mend.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.mend.operation.OperationHasEnded;
import io.milvaion.scheduler.mend.operation.OperationStep;
import io.milvaion.scheduler.run.leader.TermOver;
import io.milvaion.scheduler.run.trigger.TriggerRefused;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.publish.RunDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayIT {

    private static final String ROW_OF_VERSION =
            "select job_version || ' ' || job_type from occurrences where id = ?";
    private static final String JOURNAL =
            "select message from occurrence_logs where occurrence_id = ?";
    private static final Retry.Again AS_IT_WAS = new Retry.Again(null, false);
    private static final Retry.Again AS_IT_IS = new Retry.Again(null, true);
    private static final Retry.Again WITH_DATA = new Retry.Again("{\"b\":2}", false);

    private ReplayScene scene;
    private ReplayScene.Node node;

    @BeforeEach
    void open() {
        scene = new ReplayScene();
        node = scene.new Node();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aRetryIsANewRunWithTheDataOfTheFailedOne() {
        var failed = scene.failed(scene.job(OverlapPolicy.PARALLEL));
        scene.tracking.execute("update occurrences set data = '{\"a\":1}' where id = ?", failed);

        var retry = node.retry.retry(failed, AS_IT_WAS, null, "ann");

        assertThat(scene.tracking.state(failed)).isEqualTo("3#1");
        assertThat(scene.tracking.state(retry)).isEqualTo("0/0#1");
        assertThat(row(retry)).isEqualTo(failed + " {\"a\":1} t");
        assertThat(dealtWith(failed)).isEqualTo(retry + " ann t");
        assertThat(scene.tracking.published.runs()).hasSize(1);
        assertThat(
                        scene.tracking.one(
                                "select message from occurrence_logs where occurrence_id = ?",
                                retry))
                .contains(failed.toString(), "ann");
    }

    @Test
    void aRunIsRetriedOnceButARepeatedRequestGetsTheSameAnswer() {
        var failed = scene.failed(scene.job(OverlapPolicy.PARALLEL));

        var id = TimeOrderedId.next(Instant.now());

        var first = node.retry.retry(failed, WITH_DATA, id, "ann");
        var again = node.retry.retry(failed, WITH_DATA, id, "ann");

        assertThat(again).isEqualTo(first);
        assertThatThrownBy(() -> node.retry.retry(failed, AS_IT_WAS, null, "bob"))
                .isInstanceOf(RetryRefused.class)
                .hasMessageContaining(first.toString());
        assertThat(row(first)).isEqualTo(failed + " {\"b\":2} t");
    }

    @Test
    void aRetryIsOfTheVersionOfTheFailedRun() {
        var job = scene.job(OverlapPolicy.PARALLEL);
        var failed = scene.failed(job);
        scene.tracking.edit(job, "job_type = 'echo', timeout_seconds = 7, job_data = '{\"c\":3}'");

        var retry = node.retry.retry(failed, AS_IT_WAS, null, "ann");

        assertThat(published())
                .isEqualTo(new RunDefinition(job, 1, "a job", "noop", null, null, "{}", false));
        assertThat(scene.tracking.one(ROW_OF_VERSION, retry)).isEqualTo("1 noop");
        assertThat(scene.tracking.one(JOURNAL, retry)).doesNotContain("present definition");
    }

    @Test
    void aRetryIsOfThePresentDefinitionIfThatIsAskedFor() {
        var job = scene.job(OverlapPolicy.PARALLEL);
        var failed = scene.failed(job);
        scene.tracking.edit(job, "job_type = 'echo', timeout_seconds = 7, job_data = '{\"c\":3}'");

        var id = TimeOrderedId.next(Instant.now());
        var retry = node.retry.retry(failed, AS_IT_IS, id, "ann");

        assertThat(published())
                .isEqualTo(new RunDefinition(job, 2, "a job", "echo", null, 7, "{\"c\":3}", false));
        assertThat(scene.tracking.one(ROW_OF_VERSION, retry)).isEqualTo("2 echo");
        assertThat(scene.tracking.one(JOURNAL, retry)).contains("with the present definition");
        assertThat(node.retry.retry(failed, AS_IT_IS, id, "ann")).isEqualTo(retry);
    }

    @Test
    void aReplayIsOfTheVersionsOfTheFailedRunsOrOfThePresentOnes() {
        for (boolean present : new boolean[] {false, true}) {
            var job = scene.job(OverlapPolicy.PARALLEL);
            var failed = scene.failed(job);
            scene.tracking.edit(job, "job_data = '{\"c\":3}', timeout_seconds = 7");
            var replay =
                    scene.replays.create(
                            new ReplayRequest(
                                    null,
                                    ReplayScene.filter(job),
                                    null,
                                    null,
                                    "{\"d\":4}",
                                    present,
                                    50,
                                    null,
                                    null,
                                    ReplayScene.ANN,
                                    Reach.EVERYTHING));

            work(replay, 2);

            assertThat(scene.replays.require(replay.id()).presentDefinition()).isEqualTo(present);
            assertThat(dataOfRetry(failed)).isEqualTo(present ? "{\"c\":3,\"d\":4}" : "{\"d\":4}");
            assertThat(published().version()).isEqualTo(present ? 2 : 1);
            assertThat(published().timeoutSeconds()).isEqualTo(present ? 7 : null);
        }
    }

    @Test
    void aRetryObeysThePolicyOfItsJobAndNeedsTheJob() {
        var job = scene.job(OverlapPolicy.SKIP);
        var runs = scene.failed(job, 2);
        var open = node.retry.retry(runs.get(0), AS_IT_WAS, null, "ann");

        assertThatThrownBy(() -> node.retry.retry(runs.get(1), AS_IT_WAS, null, "ann"))
                .isInstanceOf(TriggerRefused.class)
                .hasMessageContaining(open.toString());
        scene.tracking.execute("update jobs set deleted_at = now() where id = ?", job);
        assertThatThrownBy(() -> node.retry.retry(runs.get(1), AS_IT_WAS, null, "ann"))
                .isInstanceOf(RetryRefused.class)
                .hasMessageContaining("deleted");
        assertThat(dealtWith(runs.get(1))).isEqualTo("f");
    }

    @Test
    void leadersThatDieAnywhereReplayEachOnce() {
        var job = scene.job(OverlapPolicy.PARALLEL);
        var queued = scene.job(OverlapPolicy.QUEUE);
        var runs = scene.failed(job, 60);
        var others = scene.failed(queued, 20);
        var replay =
                scene.replays.create(
                        ReplayScene.request(
                                null,
                                Stream.concat(runs.stream(), others.stream()).toList(),
                                null));
        var random = new Random(7);
        UUID after = null;
        var fence = scene.nextTerm();
        int deaths = 0;
        for (int i = 0; i < 400 && !isDone(replay); i++) {
            node.diesBeforeCommit = random.nextInt(3) == 0;
            node.diesAfterCommit = !node.diesBeforeCommit && random.nextInt(3) == 0;
            try {
                after =
                        node.step
                                .run(replay.id(), part(after, 1 + random.nextInt(9)), fence)
                                .after();
            } catch (ReplayScene.Killed e) {
                deaths++;
                var old = fence;
                var oldNode = node;
                oldNode.diesBeforeCommit = false;
                node = scene.new Node();
                fence = scene.nextTerm();
                after = null;
                assertThatThrownBy(() -> oldNode.step.run(replay.id(), part(null, 9), old))
                        .isInstanceOf(TermOver.class);
            }
        }

        assertThat(deaths).isGreaterThan(3);
        assertThat(counts(replay)).isEqualTo("done 80 80 0 0");
        assertThat(scene.retries(job))
                .containsExactlyInAnyOrderElementsOf(runs.stream().map(UUID::toString).toList());
        assertThat(scene.retries(queued))
                .containsExactlyInAnyOrderElementsOf(others.stream().map(UUID::toString).toList());
        assertThat(
                        scene.tracking.one(
                                """
                                select count(*) from failed_occurrences f join occurrences o
                                    on o.id = f.retried_as and o.retry_of = f.occurrence_id
                                 where f.job_id in (?, ?) and f.resolved_at is not null
                                   and f.note = 'again'""",
                                job,
                                queued))
                .isEqualTo("80");
        // what died after its commit is in ready, where the leader finds it
        assertThat(scene.tracking.index.sizes().get(1)).isPositive();
    }

    @Test
    void aJobThatLetsNoRunInHoldsUpNoOther() {
        var skip = scene.job(OverlapPolicy.SKIP);
        var blocked = scene.failed(skip, 30);
        var parallel = scene.job(OverlapPolicy.PARALLEL);
        scene.failed(parallel, 30);
        var all =
                scene.tracking.list(
                        "select occurrence_id from failed_occurrences where job_id in (?, ?)",
                        skip,
                        parallel);
        var replay =
                scene.replays.create(
                        ReplayScene.request(
                                null, all.stream().map(UUID::fromString).toList(), null));

        work(replay, 20);
        assertThat(counts(replay)).isEqualTo("running 60 31 29 0");
        var open =
                scene.tracking.one(
                        "select id from occurrences where job_id = ? and state = 0", skip);
        scene.tracking.ended(UUID.fromString(open), 1, OccurrenceState.COMPLETED);
        work(replay, 4);

        assertThat(counts(replay)).isEqualTo("running 60 32 28 0");
        assertThat(blocked).hasSize(30);
    }

    @Test
    void itemsThatCannotRunAgainAreRefusedWithTheReason() {
        var job = scene.job(OverlapPolicy.PARALLEL);
        var runs = scene.failed(job, 3);
        var gone = scene.job(OverlapPolicy.PARALLEL);
        var ofGone = scene.failed(gone);
        var replay =
                scene.replays.create(
                        ReplayScene.request(
                                null,
                                List.of(runs.get(0), runs.get(1), runs.get(2), ofGone),
                                null));
        var retried = node.retry.retry(runs.get(0), AS_IT_WAS, null, "bob");
        scene.tracking.execute(
                "delete from failed_occurrences where occurrence_id = ?", runs.get(1));
        scene.tracking.execute("update jobs set deleted_at = now() where id = ?", gone);

        work(replay, 4);

        assertThat(counts(replay)).isEqualTo("done 4 1 0 3");
        assertThat(reason(replay, runs.get(0))).contains("retried before", retried.toString());
        assertThat(reason(replay, runs.get(1))).contains("not in the list");
        assertThat(reason(replay, ofGone)).contains("deleted");
        assertThat(scene.retries(job))
                .containsExactlyInAnyOrder(runs.get(0).toString(), runs.get(2).toString());
    }

    @Test
    void aPatchChangesWhatEachRunHad() {
        var job = scene.job(OverlapPolicy.PARALLEL);
        var own = scene.failed(job);
        scene.tracking.execute(
                "update occurrences set data = '{\"a\":1,\"b\":1.50}' where id = ?", own);
        var without = scene.failed(job);
        scene.tracking.execute("update jobs set job_data = '{\"c\":3}' where id = ?", job);
        var replay =
                scene.replays.create(
                        ReplayScene.request(ReplayScene.filter(job), null, "{\"a\":null,\"d\":4}"));

        work(replay, 2);

        assertThat(dataOfRetry(own)).isEqualTo("{\"b\":1.50,\"d\":4}");
        assertThat(dataOfRetry(without)).isEqualTo("{\"c\":3,\"d\":4}");
    }

    @Test
    void aPausedReplayRestsAndACancelledOneEnds() {
        var job = scene.job(OverlapPolicy.PARALLEL);
        scene.failed(job, 10);
        var replay = scene.replay(job);
        step(replay, 3);

        scene.replays.pause(replay.id());
        step(replay, 3);
        assertThat(counts(replay)).isEqualTo("paused 10 3 7 0");
        scene.replays.resume(replay.id());
        step(replay, 3);
        scene.replays.cancel(replay.id());
        step(replay, 3);

        assertThat(counts(replay)).isEqualTo("cancelled 10 6 4 0");
        assertThatThrownBy(() -> scene.replays.resume(replay.id()))
                .isInstanceOf(OperationHasEnded.class);
        assertThatThrownBy(() -> scene.replays.pause(UUID.randomUUID()))
                .isInstanceOf(NotFound.class)
                .extracting("what")
                .isEqualTo(NotFound.What.REPLAY);
        assertThat(scene.replay(job).total()).as("those not retried yet").isEqualTo(4);
    }

    @Test
    void idsThatHaveNotFailedAreNamed() {
        var failed = scene.failed(scene.job(OverlapPolicy.PARALLEL));

        assertThatThrownBy(
                        () ->
                                scene.replays.create(
                                        ReplayScene.request(
                                                null, List.of(failed, UUID.randomUUID()), null)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("occurrenceIds[1]");
        assertThat(
                        scene.tracking.one(
                                "select count(*) from operation_items where item_id = ?", failed))
                .isEqualTo("0");
    }

    @Test
    void aHundredThousandAreSnapshottedAndTheirWorkStaysQuick() {
        var job = scene.job(OverlapPolicy.PARALLEL);
        scene.tracking.execute(
                """
                insert into failed_occurrences (occurrence_id, job_id, job_type, state, cause,
                                                ended_at, error_group, group_id)
                select gen_random_uuid(), ?, 'noop', 3, 'exhausted', now(), 'bulk', 'bulk'
                  from generate_series(1, 100000)""",
                job);

        var replay = scene.replay(job);
        long start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            step(replay, 50);
        }
        var took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(counts(replay)).isEqualTo("running 100000 500 99500 0");
        assertThat(took).isLessThan(Duration.ofSeconds(30));
        scene.replays.cancel(replay.id());
    }

    private static OperationStep.Part part(UUID after, int limit) {
        return new OperationStep.Part(after, limit, Reach.EVERYTHING);
    }

    private void step(Replay replay, int limit) {
        node.step.run(replay.id(), part(null, limit), scene.nextTerm());
    }

    /** Takes steps as a leader does. */
    private void work(Replay replay, int steps) {
        var fence = scene.nextTerm();
        UUID after = null;
        for (int i = 0; i < steps; i++) {
            after = node.step.run(replay.id(), part(after, 10), fence).after();
        }
    }

    private boolean isDone(Replay replay) {
        return scene.replays.require(replay.id()).state().equals("done");
    }

    private String counts(Replay replay) {
        var now = scene.replays.require(replay.id());
        return "%s %d %d %d %d"
                .formatted(now.state(), now.total(), now.done(), now.waiting(), now.refused());
    }

    private String reason(Replay replay, UUID item) {
        return scene.tracking.one(
                "select reason from operation_items where operation_id = ? and item_id = ?",
                replay.id(),
                item);
    }

    private String row(UUID run) {
        return scene.tracking.one(
                "select concat_ws(' ', retry_of, data, manual) from occurrences where id = ?", run);
    }

    private String dataOfRetry(UUID failed) {
        return scene.tracking.one("select data from occurrences where retry_of = ?", failed);
    }

    /** What was published last. */
    private RunDefinition published() {
        var runs = scene.tracking.published.runs();
        return runs.get(runs.size() - 1).definition();
    }

    private String dealtWith(UUID failed) {
        return scene.tracking.one(
                """
                select concat_ws(' ', retried_as, resolved_by, resolved_at is not null)
                  from failed_occurrences where occurrence_id = ?""",
                failed);
    }
}
