package io.milvaion.scheduler.run.tracking;

import static io.milvaion.contract.OccurrenceState.CANCELLED;
import static io.milvaion.contract.OccurrenceState.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs that do not stop, and what waits for them. */
class AbandonedIT {

    private final TrackingScene scene = new TrackingScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = OverlapPolicy.class,
            names = {"SKIP", "QUEUE"})
    void theNextAttemptOfAGatedJobWaitsUntilTheAbandonedOneHasReturned(OverlapPolicy policy)
            throws Exception {
        var job = scene.job(policy, 3, "retry");
        var run = scene.run(job, Stage.READY);
        scene.ended(run, 1, OccurrenceState.RUNNING);

        scene.record(Reports.abandoned(run, 1, TIMED_OUT, true));

        assertThat(scene.state(run)).isEqualTo("1#1");
        assertThat(waits(run)).isEqualTo("t it does not stop");
        assertThat(open(job)).isEqualTo("1");
        assertThat(scene.readyAt(run, 2)).isNull();
        assertThat(scene.attempts(run)).isEqualTo(Map.of(1, TIMED_OUT));
        scene.record(Reports.abandoned(run, 1, TIMED_OUT, true)); // again
        scene.record(Reports.running(run, 1, 50, null)); // late
        assertThat(scene.state(run)).isEqualTo("1#1");

        scene.record(Reports.abandoned(run, 1, TIMED_OUT, null));

        assertThat(scene.state(run)).isEqualTo("0/2#2");
        assertThat(waits(run)).isEqualTo("f it does not stop");
        assertThat(scene.readyAt(run, 2)).isNotNull();
        assertThat(open(job)).isEqualTo("1");
        assertThat(journal(run)).contains("goes on all the same", "has returned; attempt 2");
    }

    @Test
    void aHeldRunIsReleasedWhenTheAbandonedOneHasReturned() {
        var job = scene.job(OverlapPolicy.QUEUE, 0, "retry");
        var run = scene.run(job, Stage.READY);
        var held = scene.run(job, Stage.HELD);

        scene.record(Reports.abandoned(run, 1, TIMED_OUT, true));
        assertThat(scene.state(held)).isEqualTo("0/1#1");
        assertThat(scene.isOpen(run)).isTrue();
        assertThat(failures(run)).isEqualTo("0");

        scene.record(Reports.abandoned(run, 1, TIMED_OUT, null));

        assertThat(scene.state(run)).isEqualTo("5#1");
        assertThat(scene.state(held)).isEqualTo("0/0#1");
        assertThat(scene.isOpen(run)).isFalse();
        assertThat(failures(run)).isEqualTo("1");
        assertThat(scene.one("select duration_ms from occurrences where id = ?", run))
                .isEqualTo("60000");
    }

    @ParameterizedTest
    @CsvSource({"0, 5#1", "3, 0/2#2"})
    void aWorkerThatIsGoneEndsTheWaitAsTheAttemptHasEnded(int retries, String after) {
        var job = scene.job(OverlapPolicy.SKIP, retries, "unknown");
        var run = scene.run(job, Stage.READY);
        scene.record(Reports.abandoned(run, 1, TIMED_OUT, true));

        scene.record(Reported.lost(run, 1, "w-1"));

        assertThat(scene.state(run)).isEqualTo(after);
        assertThat(waits(run)).isEqualTo("f it does not stop");
        assertThat(open(job)).isEqualTo(retries == 0 ? "0" : "1");
        assertThat(journal(run)).contains("nobody holds its claim");
    }

    @Test
    void aCancelledRunEndsAsCancelledAndOneThatWasToEndGetsNoRetry() {
        var job = scene.job(OverlapPolicy.PARALLEL, 3, "retry");
        scene.execute("update jobs set on_abandoned = 'wait' where id = ?", job);
        var cancelled = scene.run(job, Stage.READY);
        var timedOut = scene.run(job, Stage.READY);
        scene.record(Reports.abandoned(cancelled, 1, CANCELLED, true));
        scene.record(Reports.abandoned(timedOut, 1, TIMED_OUT, true));
        assertThat(scene.state(cancelled)).isEqualTo("1#1");
        scene.execute("update occurrences set cancel_requested_at = now() where id = ?", timedOut);

        scene.record(Reports.abandoned(cancelled, 1, CANCELLED, null));
        scene.record(Reports.abandoned(timedOut, 1, TIMED_OUT, null));

        assertThat(scene.state(cancelled)).isEqualTo("4#1");
        assertThat(scene.state(timedOut)).isEqualTo("5#1");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"SKIP, goOn", "QUEUE, goOn", "PARALLEL, goOn", "PARALLEL, -"})
    void whereItGoesOnTheNextAttemptFollowsAndTheReturnChangesNothing(
            OverlapPolicy policy, String onAbandoned) {
        var job = scene.job(policy, 3, "retry");
        scene.execute("update jobs set on_abandoned = ? where id = ?", onAbandoned, job);
        var run = scene.run(job, Stage.READY);

        scene.record(Reports.abandoned(run, 1, TIMED_OUT, true));
        assertThat(scene.state(run)).isEqualTo("0/2#2");
        scene.ended(run, 2, OccurrenceState.RUNNING);
        scene.record(Reports.abandoned(run, 1, TIMED_OUT, null));

        assertThat(scene.state(run)).isEqualTo("1#2");
    }

    @Test
    void aWorkerThatCannotTellIsNotWaitedForAndTheLogSaysSo() {
        var run = scene.run(scene.job(OverlapPolicy.SKIP, 3, "retry"), Stage.READY);

        scene.record(Reports.abandoned(run, 1, TIMED_OUT, null));

        assertThat(scene.state(run)).isEqualTo("0/2#2");
        assertThat(journal(run)).contains("is not waited for");
    }

    @Test
    void aJobWithALimitWaitsToo() {
        var job = scene.job(OverlapPolicy.PARALLEL, 0, "retry");
        scene.execute("update jobs set max_concurrent = 2 where id = ?", job);
        scene.execute("update job_schedule set gated = true where job_id = ?", job);
        var run = scene.run(job, Stage.READY);

        scene.record(Reports.abandoned(run, 1, TIMED_OUT, true));
        assertThat(scene.state(run)).isEqualTo("1#1");
        scene.record(Reports.abandoned(run, 1, TIMED_OUT, null));
        assertThat(scene.state(run)).isEqualTo("5#1");
    }

    private String waits(UUID run) {
        return scene.one(
                """
                select concat_ws(' ', abandoned_at is not null,
                       coalesce(error, (select error from attempts where occurrence_id = o.id)))
                  from occurrences o where id = ?""",
                run);
    }

    private String open(UUID job) {
        return scene.one("select open_count from job_schedule where job_id = ?", job);
    }

    private String failures(UUID run) {
        return scene.one("select count(*) from failed_occurrences where occurrence_id = ?", run);
    }

    private String journal(UUID run) {
        return String.join(
                "\n",
                scene.list(
                        "select message from occurrence_logs where occurrence_id = ? order by seq",
                        run));
    }
}
