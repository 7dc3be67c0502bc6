package io.milvaion.scheduler.run.tracking;

import static io.milvaion.contract.OccurrenceState.COMPLETED;
import static io.milvaion.contract.OccurrenceState.FAILED;
import static io.milvaion.contract.OccurrenceState.RUNNING;
import static io.milvaion.contract.OccurrenceState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milvaion.contract.StatusMessage.Report;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackerIT {

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
    void aRunGoesFromReportToReportAndLeavesTheOpenRuns() {
        var run = scene.run(scene.job(null, "retry"), Stage.READY);

        scene.record(Reports.of(run, 1, RUNNING));
        assertThat(scene.state(run)).isEqualTo("1#1");
        scene.record(Reports.running(run, 1, 40, "4 of 10"));
        assertThat(progress(run)).isEqualTo("40 4 of 10");
        scene.record(Reports.of(run, 1, COMPLETED));

        assertThat(scene.state(run)).isEqualTo("2#1");
        assertThat(row(run))
                .isEqualTo("w-1 1500 result 1 2026-01-02 03:04:05.006 2026-01-02 03:04:06.506");
        assertThat(scene.isOpen(run)).isFalse();
        assertThat(scene.one("select count(*) from attempts where occurrence_id = ?", run))
                .isEqualTo("0");
        assertThat(scene.events())
                .containsExactly(
                        "occurrence.running", "occurrence.progress", "occurrence.completed");
    }

    @Test
    void rowAndEventsShowTheSameProgress() {
        var job = scene.job(1, "retry");
        var completed = scene.run(job, Stage.READY);
        var failing = scene.run(job, Stage.READY);
        for (var run : List.of(completed, failing)) {
            scene.record(Reports.running(run, 1, 75, "3 of 4"));
        }

        scene.ended(completed, 1, COMPLETED);
        scene.ended(failing, 1, FAILED);
        assertThat(progress(failing)).as("of an attempt to come").isNull();
        scene.record(Reports.running(failing, 2, 20, null));
        assertThat(scene.one("select progress_text from occurrences where id = ?", failing))
                .isNull();
        scene.ended(failing, 2, FAILED);

        assertThat(progress(completed)).isEqualTo("100 3 of 4");
        assertThat(scene.one("select progress from occurrences where id = ?", failing))
                .isEqualTo("20");
        assertThat(scene.progressOf("occurrence.completed")).containsExactly(100);
        assertThat(scene.progressOf("occurrence.queued")).containsOnlyNulls();
        assertThat(scene.progressOf("occurrence.failed")).containsExactly(20);
    }

    @Test
    void duplicatedAndReversedReportsChangeNothing() {
        var reports = new ArrayList<Reported>();
        var job = scene.job(0, "retry");
        for (int i = 0; i < 50; i++) {
            var run = scene.run(job, Stage.READY);
            reports.add(Reports.of(run, 1, RUNNING));
            reports.add(Reports.of(run, 1, i % 2 == 0 ? COMPLETED : FAILED));
        }
        TrackingScene.record(scene.tracker, reports);
        var before = all(job);
        var counted = counted();

        Collections.reverse(reports);
        for (int from = 0; from < reports.size(); from += 7) {
            TrackingScene.record(
                    scene.tracker, reports.subList(from, Math.min(from + 7, reports.size())));
        }

        assertThat(all(job)).isEqualTo(before).hasSize(50);
        assertThat(counted()).isEqualTo(counted);
        assertThat(scene.one("select count(*) from failed_occurrences where job_id = ?", job))
                .isEqualTo("25");
    }

    @Test
    void aFailedAttemptWaitsAndTheNextOneCompletes() throws Exception {
        var run = scene.run(scene.job(2, "retry"), Stage.READY);
        long before = System.currentTimeMillis();

        scene.record(Reports.of(run, 1, FAILED));

        assertThat(scene.state(run)).isEqualTo("0/2#2");
        assertThat(scene.isOpen(run)).isTrue();
        assertThat(scene.readyAt(run, 2)).isBetween(before + 4_000.0, before + 7_000.0);
        assertThat(
                        scene.one(
                                """
                        select extract(epoch from available_at - now()) between 3 and 6.1
                          from occurrences where id = ?""",
                                run))
                .isEqualTo("t");

        scene.record(Reports.of(run, 2, RUNNING));
        scene.record(Reports.of(run, 2, COMPLETED));

        assertThat(scene.state(run)).isEqualTo("2#2");
        assertThat(scene.attempts(run)).containsEntry(1, FAILED).containsEntry(2, COMPLETED);
        assertThat(scene.one("select error from occurrences where id = ?", run)).isNull();
    }

    @Test
    void theWholeLifeOfARunMayComeInOneBatch() throws Exception {
        var run = scene.run(scene.job(2, "retry"), Stage.READY);

        scene.record(
                Reports.of(run, 2, COMPLETED),
                Reports.of(run, 1, FAILED),
                Reports.of(run, 1, RUNNING),
                Reports.of(run, 2, RUNNING));

        assertThat(scene.state(run)).isEqualTo("2#2");
        assertThat(scene.attempts(run)).containsEntry(1, FAILED).containsEntry(2, COMPLETED);
        assertThat(scene.readyAt(run, 2)).isNull();
    }

    @Test
    void withoutAnyRetryLeftARunFailsAndIsListed() {
        var run = scene.run(scene.job(0, "retry"), Stage.READY);

        scene.record(Reports.of(run, 1, FAILED));

        assertThat(scene.state(run)).isEqualTo("3#1");
        assertThat(
                        scene.one(
                                """
                                select concat_ws(' ', cause, attempts, job_type, error_type, error_group)
                                  from failed_occurrences where occurrence_id = ?""",
                                run))
                .isEqualTo("exhausted 1 noop java.io.IOException java.io.IOException: it broke");
    }

    @Test
    void aLateCompletedOfALostAttemptWinsAndStopsTheNextOne() throws Exception {
        var run = scene.run(scene.job(3, "retry"), Stage.READY);
        scene.record(Reports.of(run, 1, RUNNING));
        scene.tracker.recordLost(List.of(Reported.lost(run, 1, "w-1")), connection -> {});
        assertThat(scene.state(run)).isEqualTo("0/2#2");

        scene.record(Reports.of(run, 1, COMPLETED));

        assertThat(scene.state(run)).isEqualTo("2#1");
        assertThat(scene.attempts(run)).containsEntry(1, COMPLETED);
        assertThat(scene.redis.pool().get(scene.redis.keys().cancel(run))).isNotBlank();
        assertThat(scene.isOpen(run)).isFalse();
    }

    @Test
    void aLateResultReplacesUnknownButStartsNothing() {
        var job = scene.job(OverlapPolicy.QUEUE, 3, "unknown");
        var run = scene.run(job, Stage.READY);
        var next = scene.run(job, Stage.HELD);
        scene.tracker.recordLost(List.of(Reported.lost(run, 1, "w-1")), connection -> {});
        assertThat(scene.state(run)).isEqualTo("6#1");
        assertThat(scene.state(next)).isEqualTo("0/0#1");
        var unknown = count(6);
        var failed = count(3);

        scene.record(Reports.of(run, 1, FAILED));

        assertThat(scene.state(run)).isEqualTo("3#1");
        assertThat(gate(job)).isEqualTo(next + " 1 0");
        assertThat(count(6)).isEqualTo(unknown - 1);
        assertThat(count(3)).isEqualTo(failed + 1);
        assertThat(scene.one("select state from failed_occurrences where occurrence_id = ?", run))
                .isEqualTo("3");
    }

    @Test
    void aCompletedRunLeavesTheListOfFailedOnes() {
        var run = scene.run(scene.job(3, "unknown"), Stage.READY);
        scene.tracker.recordLost(List.of(Reported.lost(run, 1, "w-1")), connection -> {});

        scene.record(Reports.of(run, 1, COMPLETED));

        assertThat(scene.state(run)).isEqualTo("2#1");
        assertThat(
                        scene.one(
                                "select count(*) from failed_occurrences where occurrence_id = ?",
                                run))
                .isEqualTo("0");
    }

    @Test
    void twoTrackersReleaseHeldRunsOneByOneInOrder() throws Exception {
        var job = scene.job(OverlapPolicy.QUEUE, 0, "retry");
        var runs = new ArrayList<UUID>();
        runs.add(scene.run(job, Stage.READY));
        for (int i = 0; i < 30; i++) {
            runs.add(scene.run(job, Stage.HELD));
        }
        var trackers = List.of(scene.tracker, scene.newTracker());
        try (var both = new Both()) {
            for (UUID run : runs) {
                both.run(() -> report(trackers.get(0), run), () -> report(trackers.get(1), run));
            }
        }

        assertThat(scene.published.runs())
                .extracting(OutgoingRun::occurrenceId)
                .containsExactlyElementsOf(runs.subList(1, runs.size()));
        assertThat(
                        scene.one(
                                "select count(*) from occurrences where job_id = ? and state = 2",
                                job))
                .isEqualTo("31");
        assertThat(gate(job)).isEqualTo("null 0 0");
    }

    @Test
    void twoTrackersShareManyRunsWithoutLosingOrDoublingAny() throws Exception {
        var jobs = new ArrayList<UUID>();
        var reports = new ArrayList<Reported>();
        for (int i = 0; i < 20; i++) {
            jobs.add(scene.job(OverlapPolicy.SKIP, 0, "retry"));
        }
        for (UUID job : jobs) {
            reports.add(Reports.of(scene.run(job, Stage.READY), 1, COMPLETED));
        }
        var counted = count(2);
        var other = scene.newTracker();
        try (var both = new Both()) {
            for (int i = 0; i < 10; i++) {
                both.run(() -> shuffled(scene.tracker, reports), () -> shuffled(other, reports));
            }
        }

        assertThat(count(2)).isEqualTo(counted + 20);
        assertThat(jobs).allSatisfy(job -> assertThat(gate(job)).isEqualTo("null 0 0"));
    }

    @Test
    void oneReportThatPostgresqlRefusesCostsNoOther() throws Exception {
        var job = scene.job(null, "retry");
        var good = new ArrayList<UUID>();
        var reports = new ArrayList<Reported>();
        var bad = tooLate(scene.run(job, Stage.READY));
        for (int i = 0; i < 40; i++) {
            var run = scene.run(job, Stage.READY);
            good.add(run);
            reports.add(Reports.of(run, 1, COMPLETED));
            if (i == 17) {
                reports.add(bad);
            }
        }
        var refused = new ArrayList<String>();

        scene.tracker.record(
                reports,
                (reported, cause) -> {
                    assertThat(reported).isEqualTo(bad);
                    refused.add(cause.sqlState());
                });

        assertThat(refused).containsExactly("22008");
        assertThat(good).allSatisfy(run -> assertThat(scene.state(run)).isEqualTo("2#1"));
        assertThat(scene.state(bad.occurrenceId())).isEqualTo("0/0#1");
    }

    @Test
    void reportsOnUnknownOccurrencesAreHarmless() {
        var run = scene.run(scene.job(null, "retry"), Stage.READY);

        scene.record(
                Reports.of(new UUID(-1, -1), 1, COMPLETED),
                Reports.of(run, 1, COMPLETED),
                Reports.of(UUID.randomUUID(), 3, FAILED));

        assertThat(scene.state(run)).isEqualTo("2#1");
    }

    @Test
    void updatesStayWithinTheirPage() {
        try (var alone = new TrackingScene(Services.ownDatabase())) {
            var job = alone.job(null, "retry");
            var reports = new ArrayList<Reported>();
            for (int i = 0; i < 1_000; i++) {
                reports.add(Reports.of(alone.run(job, Stage.READY), 1, COMPLETED));
            }

            TrackingScene.record(alone.tracker, reports);

            // The server counts what a connection did when it is used again, or idle for 10 s.
            await().pollInSameThread()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> updates(alone, "n_tup_upd") >= 1_000);
            assertThat(updates(alone, "n_tup_hot_upd")).isEqualTo(updates(alone, "n_tup_upd"));
        }
    }

    @Test
    void aBatchCostsOneRowVersionARunAndFewStatements() {
        var meter = Services.meter();
        try (var alone = new TrackingScene(meter.database())) {
            var reports = new ArrayList<Reported>();
            for (int i = 0; i < 500; i++) {
                var run = alone.run(alone.job(null, "retry"), Stage.READY);
                reports.add(Reports.of(run, 1, COMPLETED));
            }
            int statements = meter.statements();
            long rowVersions = meter.rowVersions();

            TrackingScene.record(alone.tracker, reports);

            assertThat(meter.statements() - statements).as("statements").isLessThanOrEqualTo(5);
            assertThat(meter.rowVersions() - rowVersions)
                    .as("rows of occurrences, the counter of the hour, and what is added up later")
                    .isEqualTo(502);
        }
    }

    @Test
    void theLostAttemptOfARunThatHasGoneOnIsNotRecorded() throws Exception {
        var run = scene.run(scene.job(3, "retry"), Stage.READY);
        scene.record(Reports.of(run, 1, FAILED));

        scene.tracker.recordLost(List.of(Reported.lost(run, 1, "w-1")), connection -> {});

        assertThat(scene.state(run)).isEqualTo("0/2#2");
        assertThat(scene.attempts(run)).containsOnlyKeys(1).containsEntry(1, FAILED);
        assertThat(scene.attempts(run)).doesNotContainValue(UNKNOWN);
    }

    private void report(Tracker tracker, UUID run) {
        TrackingScene.record(tracker, List.of(Reports.of(run, 1, COMPLETED)));
    }

    private static void shuffled(Tracker tracker, List<Reported> reports) {
        var mixed = new ArrayList<>(reports);
        Collections.shuffle(mixed, new Random(7));
        TrackingScene.record(tracker, mixed);
    }

    private static Reported tooLate(UUID run) {
        var far = Instant.parse("+999999-01-01T00:00:00Z");
        return new Reported(
                "w-1",
                null,
                new Report(
                        run, 1, COMPLETED, null, far, far, 1L, null, null, null, null, null, false,
                        null, null, null));
    }

    private String progress(UUID run) {
        return scene.one(
                "select progress || ' ' || progress_text from occurrences where id = ?", run);
    }

    private String row(UUID run) {
        return scene.one(
                """
                select concat_ws(' ', worker_instance, duration_ms, result,
                                 started_at at time zone 'UTC', ended_at at time zone 'UTC')
                  from occurrences where id = ?""",
                run);
    }

    private Set<String> all(UUID job) {
        return new HashSet<>(scene.list("select o::text from occurrences o where job_id = ?", job));
    }

    private String counted() {
        return scene.one("select sum(count) from run_counters");
    }

    private long count(int state) {
        return Long.parseLong(
                scene.one(
                        "select coalesce(sum(count), 0) from run_counters where state = ?", state));
    }

    private String gate(UUID job) {
        return scene.one(
                """
                select coalesce(open_occurrence_id::text, 'null') || ' ' || open_count || ' '
                       || held_count
                  from job_schedule where job_id = ?""",
                job);
    }

    private static long updates(TrackingScene scene, String column) {
        return Long.parseLong(
                scene.list(
                                "select pg_stat_force_next_flush()::text union all select "
                                        + column
                                        + "::text from pg_stat_user_tables where relname = ?",
                                "occurrences_other")
                        .get(1));
    }

    /** Two threads that begin each step together. */
    private static final class Both implements AutoCloseable {
        private final java.util.concurrent.ExecutorService threads =
                Executors.newFixedThreadPool(2);

        void run(Runnable one, Runnable two) throws InterruptedException, ExecutionException {
            var start = new CountDownLatch(1);
            List<Future<?>> done = new ArrayList<>();
            for (var work : List.of(one, two)) {
                done.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    work.run();
                                    return null;
                                }));
            }
            start.countDown();
            for (var each : done) {
                each.get();
            }
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
