package io.milvaion.scheduler.run.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.state.publish.RunDefinition;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A job is edited while a run of it waits. */
class NamedVersionIT {

    private final TrackingScene scene = new TrackingScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aHeldRunIsReleasedAsTheVersionThatItNames() {
        var job = job(OverlapPolicy.QUEUE, 0);
        var open = scene.run(job, Stage.READY);
        var held = scene.run(job, Stage.HELD);
        edit(job);

        scene.ended(open, 1, OccurrenceState.COMPLETED);

        assertThat(scene.published.runs())
                .extracting(OutgoingRun::occurrenceId, OutgoingRun::definition)
                .containsExactly(tuple(held, first(job)));
    }

    @Test
    void aRunWhoseMessageWasNotConfirmedIsPublishedAsTheVersionThatItNames() {
        var job = job(OverlapPolicy.PARALLEL, 0);
        var run = scene.run(job, Stage.READY);
        edit(job);
        edit(job);

        assertThat(take(run, 1)).extracting(OutgoingRun::definition).containsExactly(first(job));
    }

    @Test
    void anAttemptIsRepeatedByTheRulesAndWithTheDataOfItsVersion() {
        var job = job(OverlapPolicy.PARALLEL, 1);
        scene.execute("update jobs set retry_base_seconds = 600 where id = ?", job);
        var run = scene.run(job, Stage.READY);
        scene.edit(job, "max_retries = 0, retry_base_seconds = 1, timeout_seconds = null");
        edit(job);

        scene.failed(run, 1, "E", "E: it broke", false);

        assertThat(scene.state(run)).isEqualTo("0/2#2");
        assertThat(
                        scene.one(
                                """
                                select available_at > now() + interval '400 s'
                                  from occurrences where id = ?""",
                                run))
                .isEqualTo("t");
        assertThat(take(run, 2)).extracting(OutgoingRun::definition).containsExactly(first(job));
        scene.failed(run, 2, "E", "E: it broke", false);
        assertThat(scene.state(run)).isEqualTo("3#2");
    }

    @Test
    void whatTheVersionLeftOpenStaysOpen() {
        var job = job(OverlapPolicy.PARALLEL, null);
        var run = scene.run(job, Stage.READY);
        scene.edit(job, "max_retries = 0");

        scene.failed(run, 1, "E", "E: it broke", false);

        assertThat(scene.state(run)).isEqualTo("0/2#2");
    }

    @Test
    void aLostAttemptIsDecidedByItsVersion() {
        var job = scene.job(3, "unknown");
        var run = scene.run(job, Stage.READY);
        scene.edit(job, "on_worker_lost = 'retry'");

        scene.ended(run, 1, OccurrenceState.UNKNOWN);

        assertThat(scene.state(run)).isEqualTo("6#1");
    }

    @Test
    void ofADeletedJobNoAttemptIsRepeated() {
        var job = job(OverlapPolicy.PARALLEL, 5);
        var run = scene.run(job, Stage.READY);
        scene.edit(job, "deleted_at = now()");

        scene.failed(run, 1, "E", "E: it broke", false);

        assertThat(scene.state(run)).isEqualTo("3#1");
    }

    @Test
    void dataOfItsOwnStayWithARun() {
        var job = job(OverlapPolicy.PARALLEL, 0);
        var run = scene.run(job, Stage.READY);
        scene.execute("update occurrences set data = '{\"own\":1}' where id = ?", run);
        edit(job);

        assertThat(take(run, 1))
                .extracting(OutgoingRun::definition)
                .containsExactly(first(job).withData("{\"own\":1}"));
    }

    @Test
    void theNextVersionThatIsKnownStandsForOneThatIsNot() {
        var job = job(OverlapPolicy.PARALLEL, 0);
        var run = scene.run(job, Stage.READY);
        scene.edit(job, "timeout_seconds = 12");
        edit(job);
        scene.execute("delete from job_versions where job_id = ? and version = 1", job);

        assertThat(take(run, 1))
                .extracting(taken -> taken.definition().timeoutSeconds())
                .containsExactly(12);
    }

    private UUID job(OverlapPolicy policy, Integer maxRetries) {
        var job = scene.job(policy, maxRetries, "retry");
        scene.execute(
                "update jobs set timeout_seconds = 11, job_data = '{\"n\":2.50}' where id = ?",
                job);
        return job;
    }

    private void edit(UUID job) {
        scene.edit(
                job,
                """
                display_name = 'another', job_type = 'echo', worker_group = 'other',
                timeout_seconds = 99, job_data = '{"n":0}'""");
    }

    private static RunDefinition first(UUID job) {
        return new RunDefinition(job, 1, "a job", "noop", null, 11, "{\"n\":2.50}", false);
    }

    private List<OutgoingRun> take(UUID run, int attempt) {
        var term = new Term(Long.parseLong(scene.one("select term from leader_terms")));
        return scene.database
                .transaction(
                        connection ->
                                DueRuns.take(
                                        connection, List.of(new AttemptKey(run, attempt)), term))
                .runs();
    }
}
