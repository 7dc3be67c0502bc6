package io.milvaion.scheduler.run.tracking;

import static io.milvaion.contract.OccurrenceState.CANCELLED;
import static io.milvaion.contract.OccurrenceState.COMPLETED;
import static io.milvaion.contract.OccurrenceState.FAILED;
import static io.milvaion.contract.OccurrenceState.RUNNING;
import static io.milvaion.contract.OccurrenceState.TIMED_OUT;
import static io.milvaion.contract.OccurrenceState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureCountIT {

    private TrackingScene scene;

    @BeforeEach
    void open() {
        scene = new TrackingScene();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void eachKindOfFailureCountsOnceAndCancelledDoesNot() {
        var job = scene.job(0, "unknown");
        var failed = ended(job, FAILED);
        ended(job, TIMED_OUT);
        ended(job, UNKNOWN);
        ended(job, CANCELLED);

        scene.record(Reports.of(failed, 1, FAILED));

        assertThat(failures(job)).isEqualTo("3 null");
        assertThat(scene.one("select last_error from job_failures where job_id = ?", job))
                .isEqualTo("worker lost");
    }

    @Test
    void attemptsThatAreRepeatedDoNotCount() {
        var job = scene.job(1, "retry");
        var run = ended(job, FAILED);
        assertThat(failures(job)).isNull();

        scene.record(Reports.of(run, 2, FAILED));

        assertThat(failures(job)).isEqualTo("1 null");
    }

    @Test
    void aSuccessResetsAlsoWhereItReplacesUnknown() {
        var job = scene.job(0, "unknown");
        ended(job, FAILED);
        ended(job, COMPLETED);
        assertThat(failures(job)).isEqualTo("0 null");

        ended(job, FAILED);
        var lost = ended(job, UNKNOWN);
        assertThat(failures(job)).isEqualTo("2 null");
        scene.record(Reports.of(lost, 1, COMPLETED));

        assertThat(failures(job)).isEqualTo("0 null");
    }

    @Test
    void aFailureThatReplacesUnknownHasCountedBefore() {
        var job = scene.job(0, "unknown");
        var lost = ended(job, UNKNOWN);

        scene.record(Reports.of(lost, 1, FAILED));

        assertThat(scene.state(lost)).isEqualTo("3#1");
        assertThat(failures(job)).isEqualTo("1 null");
    }

    @Test
    void successesOfAJobThatHasNotFailedTouchNoRow() {
        var job = scene.job(0, "retry");

        ended(job, COMPLETED);

        assertThat(failures(job)).isNull();
    }

    @Test
    void theFifthFailureInARowTripsTheJobAndASuccessTakesItBack() {
        var job = scene.job(0, "retry");
        for (int i = 0; i < 4; i++) {
            ended(job, FAILED);
        }
        assertThat(scene.tripped()).isEmpty();

        ended(job, FAILED);

        assertThat(failures(job)).isEqualTo("5 tripped");
        assertThat(scene.tripped()).containsExactly(job);
        ended(job, COMPLETED);
        assertThat(failures(job)).isEqualTo("0 null");
    }

    @Test
    void theJobsOwnNumberAndWindowCount() {
        var two = job("auto_disable_after = 2");
        var never = job("auto_disable_after = 0");
        var narrow = job("auto_disable_after = 2, auto_disable_window_seconds = 60");
        var inactive = job("auto_disable_after = 2, active = false");
        for (var job : List.of(two, never, narrow, inactive)) {
            ended(job, FAILED);
        }
        scene.execute(
                "update job_failures set recent = array[recent[1] - interval '61 s'] where job_id = ?",
                narrow);

        for (var job : List.of(two, never, narrow, inactive)) {
            ended(job, FAILED);
        }

        assertThat(scene.tripped()).containsExactly(two);
        assertThat(failures(never)).isEqualTo("2 null");
        assertThat(failures(narrow)).isEqualTo("2 null");
        assertThat(failures(inactive)).isEqualTo("2 null");
    }

    @Test
    void trackersOfManyNodesLoseNoCount() throws Exception {
        var jobs = List.of(scene.job(0, "retry"), scene.job(0, "retry"), scene.job(0, "retry"));
        var start = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(4);
        var done = new ArrayList<Future<?>>();
        for (int node = 0; node < 4; node++) {
            var batches = new ArrayList<List<Reported>>();
            for (int batch = 0; batch < 10; batch++) {
                var reports = new ArrayList<Reported>();
                for (var job : jobs) {
                    reports.add(Reports.of(scene.run(job, Stage.READY), 1, FAILED));
                }
                batches.add(reports);
            }
            var tracker = scene.newTracker();
            done.add(
                    threads.submit(
                            () -> {
                                start.await();
                                batches.forEach(batch -> TrackingScene.record(tracker, batch));
                                return null;
                            }));
        }

        start.countDown();
        for (var one : done) {
            one.get();
        }
        threads.shutdown();

        for (var job : jobs) {
            assertThat(failures(job)).isEqualTo("40 tripped");
        }
    }

    private UUID job(String change) {
        var job = scene.job(0, "retry");
        scene.execute("update jobs set " + change + " where id = ?", job);
        return job;
    }

    private UUID ended(UUID job, OccurrenceState state) {
        var run = scene.run(job, Stage.READY);
        scene.record(Reports.of(run, 1, RUNNING));
        scene.record(Reports.of(run, 1, state));
        return run;
    }

    private String failures(UUID job) {
        return scene.one(
                """
                select failures || case when tripped_at is null then ' null' else ' tripped' end
                  from job_failures where job_id = ?""",
                job);
    }
}
