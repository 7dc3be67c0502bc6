package io.milvaion.scheduler.mend.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.contract.ClaimField;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.mend.deadletter.Failures;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.run.leader.TermOver;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.claim.CancelSignals;
import io.milvaion.scheduler.state.day.OccurrenceDays;
import io.milvaion.scheduler.state.ending.Cancellation;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.index.IndexAudit;
import io.milvaion.scheduler.state.occurrence.OccurrenceId;
import io.milvaion.scheduler.state.occurrence.Occurrences;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconcilerIT {

    private static final String HOURLY = "0 * * * *";

    private TrackingScene scene;
    private Reconciler reconciler;

    @BeforeEach
    void open() {
        scene = new TrackingScene(Services.ownDatabase());
        scene.database.transaction(
                connection -> {
                    OccurrenceDays.create(connection, LocalDate.now(ZoneOffset.UTC));
                    return null;
                });
        var signals = new CancelSignals(scene.redis);
        reconciler =
                new Reconciler(
                        new Pass.Context(
                                scene.database,
                                scene.index,
                                new RedisClock(),
                                scene.published,
                                scene.liveEvents(),
                                new Metrics()),
                        new IndexAudit(scene.redis),
                        new Cancellation(
                                scene.database,
                                signals,
                                scene.index,
                                scene.published,
                                new Occurrences(scene.database),
                                scene.liveEvents(),
                                new Metrics()),
                        signals,
                        Duration.ofMinutes(73));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void findsNothingWhereAllIsWell() {
        var queue = scene.job(OverlapPolicy.QUEUE, 0, "retry");
        scene.run(queue, Stage.READY);
        scene.run(queue, Stage.HELD);
        scene.run(scene.job(3, "retry"), Stage.READY);
        backoff(scene.run(scene.job(3, "retry"), Stage.BACKOFF), 5);
        planned(HOURLY, true, nextHour());
        planned(HOURLY, false, null);

        assertThat(look()).isZero();
    }

    @Test
    void aGateThatDisagreesIsCountedAnewAndReleasesWhatMayRun() {
        var queue = scene.job(OverlapPolicy.QUEUE, 0, "retry");
        var ended = scene.run(queue, Stage.READY);
        var held = scene.run(queue, Stage.HELD);
        finish(ended);

        repairs("gate", 2);

        assertThat(scene.state(held)).isEqualTo("0/0#1");
        assertThat(scene.published.runs())
                .extracting(OutgoingRun::occurrenceId)
                .containsExactly(held);
        assertThat(gate(queue)).isEqualTo("true " + held + " 1 0");
        assertThat(journal(held)).contains("it is released");
    }

    @Test
    void driftedCountsOfAParallelJobAreCountedAnew() {
        var job = scene.job(OverlapPolicy.PARALLEL, 0, "retry");
        scene.execute("update jobs set max_concurrent = 3 where id = ?", job);
        scene.execute("update job_schedule set gated = true where job_id = ?", job);
        scene.run(job, Stage.READY);
        var held = List.of(scene.run(job, Stage.HELD), scene.run(job, Stage.HELD));
        scene.execute(
                "update job_schedule set open_count = 3, held_count = 7 where job_id = ?", job);

        repairs("gate", 3);

        assertThat(gate(job)).endsWith(" 3 0");
        assertThat(scene.published.runs())
                .extracting(OutgoingRun::occurrenceId)
                .containsExactlyElementsOf(held);
    }

    @Test
    void aGateThatThePolicyDoesNotAskForGoesAndOneThatItAsksForComes() {
        var open = scene.job(OverlapPolicy.PARALLEL, 0, "retry");
        scene.execute(
                "update job_schedule set gated = true, open_count = 4 where job_id = ?", open);
        var held = scene.run(open, Stage.HELD);
        var skip = scene.job(OverlapPolicy.SKIP, 0, "retry");
        var run = scene.run(skip, Stage.READY);
        scene.execute(
                """
                update job_schedule set gated = false, open_count = 0, open_occurrence_id = null
                 where job_id = ?""",
                skip);

        repairs("gate", 3);

        assertThat(gate(open)).isEqualTo("false null 0 0");
        assertThat(scene.state(held)).isEqualTo("0/0#1");
        assertThat(gate(skip)).isEqualTo("true " + run + " 1 0");
    }

    @Test
    void theListOfHeldRunsIsMadeTheHeldRuns() {
        var queue = scene.job(OverlapPolicy.QUEUE, 0, "retry");
        var open = scene.run(queue, Stage.READY);
        var held = scene.run(queue, Stage.HELD);
        scene.execute("delete from held_runs where occurrence_id = ?", held);
        scene.execute("insert into held_runs values (?, ?)", queue, open);
        scene.execute("insert into held_runs values (?, ?)", UUID.randomUUID(), UUID.randomUUID());

        assertThat(look()).isEqualTo(2);

        assertThat(kinds()).containsExactlyInAnyOrder("gate", "held-list");
        assertThat(scene.list("select occurrence_id::text from held_runs"))
                .containsExactly(held.toString());
        assertThat(look()).isZero();
    }

    @Test
    void aJobThatIsNotPlannedIsPlannedAnewFromItsLastRun() {
        var last = nextHour().minus(Duration.ofHours(4));
        var job = planned(HOURLY, true, null);
        scene.execute(
                """
                update jobs set updated_at = ?::timestamptz - interval '1 h' where id = ?""",
                at(last),
                job);
        scene.execute(
                "update job_schedule set last_planned_at = ? where job_id = ?", at(last), job);

        repairs("schedule", 1);

        assertThat(nextRun(job))
                .as("the dispatcher deals with what was missed")
                .isEqualTo(last.plus(Duration.ofHours(1)));
        assertThat(scene.one("select synced_version from job_schedule where job_id = ?", job))
                .isEqualTo("0");
    }

    @Test
    void instantsBeforeTheLastEditGoIntoTheLedger() {
        var job = planned(HOURLY, true, null);
        var last = nextHour().minus(Duration.ofHours(4));
        scene.execute(
                "update job_schedule set last_planned_at = ? where job_id = ?", at(last), job);

        repairs("schedule", 1);

        assertThat(nextRun(job)).isEqualTo(nextHour());
        assertThat(scene.one("select sum(count) from skipped_runs where job_id = ?", job))
                .isEqualTo("3");
    }

    @Test
    void wrongScheduleRowsArePutRight() {
        var inactive = planned(HOURLY, false, nextHour());
        var deleted = planned(HOURLY, true, nextHour());
        scene.execute("update jobs set deleted_at = now() where id = ?", deleted);
        var off = planned(HOURLY, true, nextHour().plusSeconds(7));
        var behind = planned(HOURLY, true, nextHour());
        scene.execute(
                "update job_schedule set last_planned_at = next_run_at where job_id = ?", behind);
        var version = planned(HOURLY, true, nextHour());
        scene.execute("update job_schedule set definition_version = 9 where job_id = ?", version);
        var future = planned(HOURLY, true, nextHour());
        scene.execute(
                """
                update job_schedule set last_planned_at = now() + interval '900 years'
                 where job_id = ?""",
                future);
        var missing = planned(HOURLY, true, nextHour());
        scene.execute("delete from job_schedule where job_id = ?", missing);
        var unreadable = planned("every other day", true, nextHour());
        var nowhere = planned(HOURLY, true, nextHour());
        scene.execute("update jobs set time_zone = 'Mars/Phobos' where id = ?", nowhere);

        repairs("schedule", 9);

        assertThat(nextRun(inactive)).isNull();
        assertThat(nextRun(deleted)).isNull();
        assertThat(nextRun(off)).isEqualTo(nextHour());
        assertThat(nextRun(behind)).isEqualTo(nextHour().plus(Duration.ofHours(1)));
        assertThat(nextRun(missing)).isEqualTo(nextHour());
        assertThat(nextRun(future)).isEqualTo(nextHour());
        assertThat(nextRun(unreadable)).isNull();
        assertThat(nextRun(nowhere)).isNull();
        assertThat(
                        scene.one(
                                "select definition_version from job_schedule where job_id = ?",
                                version))
                .isEqualTo("1");
    }

    @Test
    void aJobThatRunsOnceIsPlannedUnlessItHasRunOrWasSkipped() {
        var soon = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.MILLIS);
        var lost = once(soon);
        var ran = once(soon);
        scene.run(ran, Stage.READY, OccurrenceId.planned(ran, soon));
        var skipped = once(soon);
        scene.execute(
                """
                insert into skipped_runs (id, job_id, planned_at, last_at, count, reason)
                values (?, ?, ?, ?, 1, 'misfire')""",
                OccurrenceId.planned(skipped, soon),
                skipped,
                at(soon),
                at(soon));

        repairs("schedule", 1);

        assertThat(nextRun(lost)).isEqualTo(soon);
    }

    @Test
    void rowsThatContradictThemselvesArePutRight() {
        var job = scene.job(3, "retry");
        var never = scene.run(job, Stage.BACKOFF);
        backoff(never, 3_000_000);
        var behind = scene.run(job, Stage.READY);
        scene.execute(
                "insert into attempts (occurrence_id, attempt, state) values (?, 2, 3)", behind);

        assertThat(look()).isEqualTo(2);

        assertThat(scene.readyAt(never, 1))
                .isLessThan((double) Instant.now().plusSeconds(60).toEpochMilli());
        assertThat(scene.state(behind)).isEqualTo("0/0#3");
        assertThat(scene.readyAt(behind, 3)).isNotNull();
        assertThat(kinds()).containsOnly("backoff", "attempt");
        for (var run : List.of(never, behind)) {
            assertThat(journal(run)).startsWith("Repaired: ");
        }
        assertThat(look()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    stage = 2                                  | occurrences_backoff_has_time
                    state = 1, stage = null, ended_at = now()  | occurrences_end_if_final
                    state = 2, stage = null                    | occurrences_end_if_final
                    ended_at = now()                           | occurrences_end_if_final
                    attempt = 0                                | occurrences_attempt_from_one
                    """)
    void rowsThatCannotBeAreRefused(String change, String constraint) {
        var run = scene.run(scene.job(3, "retry"), Stage.READY);

        assertThatThrownBy(
                        () ->
                                scene.execute(
                                        "update occurrences set " + change + " where id = ?", run))
                .hasStackTraceContaining(constraint);
    }

    @Test
    void theListOfFailedRunsIsMadeTheFailedRuns() {
        var job = scene.job(0, "retry");
        var failed = scene.run(job, Stage.READY);
        scene.execute(
                """
                update occurrences set state = 3, stage = null, ended_at = now(), error = 'It broke'
                 where id = ?""",
                failed);
        var completed = scene.run(job, Stage.READY);
        finish(completed);
        listed(completed, job);
        var open = scene.run(job, Stage.READY);
        listed(open, job);
        var deleted = scene.run(job, Stage.READY);
        scene.execute(
                "update occurrences set state = 3, stage = null, ended_at = now() where id = ?",
                deleted);
        listed(deleted, job);
        new Failures(scene.database, scene.liveEvents()).delete(deleted, any -> true);

        repairs("failed-list", 3);

        assertThat(scene.list("select occurrence_id::text from failed_occurrences"))
                .containsExactly(failed.toString());
        assertThat(scene.one("select error_group from failed_occurrences")).isEqualTo("It broke");
    }

    @Test
    void runsThatNobodyWouldEndAreCancelled() {
        var gone = scene.job(0, "retry");
        var orphan = scene.run(gone, Stage.READY);
        scene.execute("delete from job_schedule where job_id = ?", gone);
        scene.execute("delete from jobs where id = ?", gone);
        var deleted = scene.job(OverlapPolicy.QUEUE, 0, "retry");
        var queued = scene.run(deleted, Stage.READY);
        var held = scene.run(deleted, Stage.HELD);
        scene.execute("update jobs set deleted_at = now() where id = ?", deleted);

        repairs("orphan", 3);

        for (var run : List.of(orphan, queued, held)) {
            assertThat(scene.state(run)).isEqualTo("4#1");
            assertThat(scene.isOpen(run)).isFalse();
        }
        assertThat(gate(deleted)).isEqualTo("true null 0 0");
    }

    @Test
    void wishesToCancelThatWereLostAreCarriedOut() {
        var queue = scene.job(OverlapPolicy.QUEUE, 0, "retry");
        var ready = scene.run(queue, Stage.READY);
        var held = scene.run(queue, Stage.HELD);
        var running = scene.run(scene.job(0, "retry"), Stage.READY);
        scene.execute("update occurrences set state = 1, stage = null where id = ?", running);
        var retried = scene.run(scene.job(3, "retry"), Stage.READY);
        scene.claim(retried, 1, ClaimField.DONE, -20);
        scene.failed(retried, 1, "E", "x", false);
        scene.execute(
                """
                update occurrences set cancel_requested_at = now() - interval '1 min'
                 where id in (?, ?, ?)""",
                ready,
                running,
                retried);
        var fresh = scene.run(scene.job(0, "retry"), Stage.READY);
        scene.execute("update occurrences set cancel_requested_at = now() where id = ?", fresh);

        repairs("cancel", 3);

        assertThat(scene.state(ready)).isEqualTo("4#1");
        assertThat(scene.state(held)).as("released").isEqualTo("0/0#1");
        assertThat(scene.redis.pool().exists(scene.redis.keys().cancel(running))).isTrue();
        assertThat(scene.state(running)).isEqualTo("1#1");
        assertThat(scene.state(retried)).isEqualTo("4#2");
        assertThat(scene.state(fresh)).isEqualTo("0/0#1");
    }

    @Test
    void closedDaysWithOpenRunsAreOpenedAndUnknownOnesEntered() {
        var run = scene.run(scene.job(0, "retry"), Stage.READY);
        scene.execute("update occurrence_days set closed_at = now() where day <= current_date");
        scene.execute("delete from occurrence_days where day = current_date + 3");

        assertThat(reconciler.lookAtRows(fence(), true)).isEqualTo(2);

        assertThat(kinds()).containsOnly("day");
        assertThat(
                        scene.list(
                                """
                                select day::text from occurrence_days
                                 where closed_at is null and day <= current_date"""))
                .containsExactly(
                        LocalDate.ofInstant(OccurrenceId.timeOf(run), ZoneOffset.UTC).toString());
        assertThat(reconciler.lookAtRows(fence(), true)).isZero();
    }

    @Test
    void runsAndJobsThatRedisDoesNotKnowAreEntered() {
        var job = scene.job(3, "retry");
        var ready = scene.run(job, Stage.READY);
        var backoff = scene.run(job, Stage.BACKOFF);
        backoff(backoff, 5);
        var next = planned(HOURLY, true, nextHour());
        var keys = scene.redis.keys();
        scene.redis.pool().del(keys.open(), keys.ready(), keys.schedule());

        repairs("index-missing", 3);

        assertThat(scene.isOpen(ready)).isTrue();
        assertThat(scene.readyAt(ready, 1)).as("not published blindly").isNull();
        assertThat(scene.readyAt(backoff, 1)).isNotNull();
        assertThat(scene.redis.pool().zscore(keys.schedule(), next.toString()))
                .isEqualTo((double) nextHour().toEpochMilli());
    }

    @Test
    void membersThatNobodyKnowsAreDroppedAndScoresThatHideRunsCorrected() {
        var job = scene.job(3, "retry");
        var run = scene.run(job, Stage.READY);
        var keys = scene.redis.keys();
        var pool = scene.redis.pool();
        scene.index.register(Map.of(new AttemptKey(run, 1), Instant.now()));
        pool.zadd(keys.ready(), 9e15, run + ":1");
        pool.zadd(keys.open(), Double.POSITIVE_INFINITY, run.toString());
        pool.zadd(keys.ready(), 9e15, UUID.randomUUID() + ":1");
        pool.zadd(keys.schedule(), 9e15, UUID.randomUUID().toString());
        for (var key : List.of(keys.schedule(), keys.ready(), keys.open(), keys.dispatching())) {
            pool.zadd(key, Double.POSITIVE_INFINITY, "garbage\u0000" + key);
            pool.zadd(key, 3.5, "1-1-1-1-1");
        }

        repairs("index-stray", 12);

        assertThat(scene.readyAt(run, 1))
                .isLessThan((double) Instant.now().plusSeconds(1).toEpochMilli());
        assertThat(scene.index.sizes()).containsExactly(0L, 1L, 0L, 1L);
    }

    @Test
    void keysOfAWrongTypeAreRemoved() {
        var keys = scene.redis.keys();
        scene.redis.pool().set(keys.open(), "x");
        scene.redis.pool().lpush(keys.schedule(), "x");

        assertThat(reconciler.lookAtKeys(fence())).isTrue();
        assertThat(kinds()).containsExactly("index-stray", "index-stray");
        assertThat(reconciler.lookAtKeys(fence())).isFalse();
    }

    @Test
    void aLeaderWhoseTermIsOverRepairsNothing() {
        var job = planned(HOURLY, true, null);
        var over = fence();
        fence();

        assertThatThrownBy(() -> reconciler.lookAtRows(over, false)).isInstanceOf(TermOver.class);
        assertThat(nextRun(job)).isNull();
        assertThat(kinds()).isEmpty();
    }

    private void repairs(String kind, int states) {
        assertThat(look()).isEqualTo(states);
        assertThat(kinds()).hasSize(states).containsOnly(kind);
        assertThat(scene.events()).contains("state.repaired");
        assertThat(look()).as("a second look").isZero();
    }

    private int look() {
        var fence = fence();
        return reconciler.lookAtRows(fence, true) + reconciler.lookAtIndex(fence);
    }

    private TermFence fence() {
        scene.execute("update leader_terms set term = term + 1");
        return new TermFence(new Term(Long.parseLong(scene.one("select term from leader_terms"))));
    }

    private List<String> kinds() {
        return scene.list("select kind from repairs");
    }

    private String journal(UUID run) {
        return String.join(
                "\n",
                scene.list(
                        """
                        select message from occurrence_logs
                         where occurrence_id = ? and attempt = 0 order by seq""",
                        run));
    }

    private String gate(UUID job) {
        return scene.one(
                """
                select gated || ' ' || coalesce(open_occurrence_id::text, 'null') || ' '
                       || open_count || ' ' || held_count
                  from job_schedule where job_id = ?""",
                job);
    }

    private Instant nextRun(UUID job) {
        var next =
                scene.one(
                        """
                        select extract(epoch from next_run_at) * 1000
                          from job_schedule where job_id = ?""",
                        job);
        return next == null ? null : Instant.ofEpochMilli((long) Double.parseDouble(next));
    }

    private UUID planned(String cron, boolean active, Instant next) {
        var job = scene.job(0, "retry");
        scene.execute(
                "update jobs set cron_expression = ?, active = ? where id = ?", cron, active, job);
        scene.execute(
                "update job_schedule set next_run_at = ?, synced_version = 1 where job_id = ?",
                at(next),
                job);
        if (next != null) {
            scene.index.plan(job, next);
        }
        return job;
    }

    private UUID once(Instant at) {
        var job = scene.job(0, "retry");
        scene.execute("update jobs set execute_at = ? where id = ?", at(at), job);
        return job;
    }

    private void backoff(UUID run, int seconds) {
        scene.execute(
                "update occurrences set available_at = now() + ? * interval '1 s' where id = ?",
                seconds,
                run);
        scene.index.register(Map.of(new AttemptKey(run, 1), Instant.now().plusSeconds(seconds)));
    }

    private void finish(UUID run) {
        scene.execute(
                "update occurrences set state = 2, stage = null, ended_at = now() where id = ?",
                run);
        scene.index.closed(List.of(run));
    }

    private void listed(UUID run, UUID job) {
        scene.execute(
                """
                insert into failed_occurrences (occurrence_id, job_id, job_type, state, cause, ended_at,
                                                error_group, group_id)
                values (?, ?, 'noop', 3, 'exhausted', now(), 'x', 'x')""",
                run,
                job);
    }

    private static Instant nextHour() {
        return Instant.now().truncatedTo(ChronoUnit.HOURS).plusSeconds(3_600);
    }

    private static OffsetDateTime at(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
