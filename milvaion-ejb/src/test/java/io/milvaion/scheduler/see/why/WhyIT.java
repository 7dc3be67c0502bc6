package io.milvaion.scheduler.see.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.occurrence.OccurrenceId;
import io.milvaion.scheduler.state.stop.Stops;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Makes each cause and expects it. */
class WhyIT {

    private static final int MAX_QUEUED = 100;
    private static final String BY_TRIGGERS = "it runs by triggers only.";
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private final Database database = Services.database();
    private final SystemHealth health = new SystemHealth();
    private final UUID job = UUID.randomUUID();
    private final String type = "type-" + job.toString().substring(0, 8);
    private OptionalLong waiting = OptionalLong.empty();
    private int runs;
    private final Why why = new Why(database, health::reports, queue -> waiting, MAX_QUEUED);

    @BeforeEach
    void aHealthyCluster() {
        var node = "node-" + job;
        execute(
                """
                insert into nodes (id, started_at, last_seen_at)
                values (?, now(), now() + interval '1 hour')""",
                node);
        execute("update leader_terms set node = ?", node);
        execute(
                """
                insert into workers (instance_id, worker_group, max_parallel_jobs, consumers,
                                     started_at, last_seen_at)
                values (?, 'group-a', 4, ?::jsonb, now(), now() + interval '1 hour')""",
                worker(),
                "[{\"jobType\":\"" + type + "\"}]");
        execute(
                """
                insert into jobs (id, display_name, job_type, cron_expression, concurrency_policy)
                values (?, 'a job', ?, '@daily', 1)""",
                job,
                type);
        execute(
                "insert into job_schedule (job_id, definition_version, gated) values (?, 1, true)",
                job);
    }

    @Test
    void nothingPlannedOrLaterOrInactive() {
        assertThat(codes(why.job(job))).containsExactly("nothingPlanned");

        planAt(now().plusSeconds(3_600));
        assertThat(codes(why.job(job))).containsExactly("plannedLater");

        execute("update jobs set active = false where id = ?", job);
        assertThat(codes(why.job(job))).containsExactly("inactive");
    }

    @Test
    void aJobWithoutAScheduleRunsOnlyWhenItIsTriggered() {
        execute("update jobs set cron_expression = null where id = ?", job);

        var causes = why.job(job);

        assertThat(codes(causes)).containsExactly("notScheduled");
        assertThat(causes.get(0).detail())
                .isEqualTo("It has no schedule: it only runs when it is triggered.");
        execute("update jobs set active = false where id = ?", job);
        assertThat(codes(why.job(job))).containsExactly("inactive", "notScheduled");
    }

    @Test
    void anInactiveJobSaysWhoDeactivatedIt() {
        version(1, "created", "ada", true);
        version(2, "edited", "bob", false);
        version(3, "edited", "eve", false);
        execute("update jobs set active = false where id = ?", job);

        var cause = why.job(job).get(0);

        assertThat(cause.detail()).isEqualTo("The job was deactivated by bob: " + BY_TRIGGERS);
        assertThat(cause.since()).isEqualTo(CREATED.plusSeconds(2));
        assertThat(cause.refs()).containsEntry("changedBy", "bob");
    }

    @Test
    void anInactiveJobThatNeverWasActiveSaysWhoCreatedIt() {
        version(1, "created", "ada", false);
        version(2, "edited", "bob", false);
        execute("update jobs set active = false where id = ?", job);

        assertThat(why.job(job).get(0).detail())
                .isEqualTo("The job was created inactive by ada: " + BY_TRIGGERS);
    }

    @Test
    void aJobThatFailuresDeactivatedSaysWhichAndUntilWhen() {
        version(1, "created", "ada", true);
        version(2, "auto-disabled", "scheduler", false);
        execute("update jobs set active = false where id = ?", job);
        execute(
                """
                insert into job_failures (job_id, failures, disabled_at, disabled_reason)
                values (?, 5, now(), ?)""",
                job,
                "5 consecutive failures, the last: IOException: no route");

        assertThat(why.job(job).get(0).detail())
                .isEqualTo(
                        "The job was deactivated until somebody enables it: "
                                + "5 consecutive failures, the last: IOException: no route");
        assertThat(why.job(job).get(0).since()).isEqualTo(CREATED.plusSeconds(2));

        var enablesAt = now().plusSeconds(60);
        execute(
                "update job_failures set enables_at = ? where job_id = ?",
                timestamp(enablesAt),
                job);
        assertThat(why.job(job).get(0).detail()).contains("until " + enablesAt + ": 5 consecutive");
        assertThat(why.job(job).get(0).refs()).containsEntry("enablesAgainAt", enablesAt);
    }

    @Test
    void anEmergencyStopHoldsUpJobsAndRunsThatAreNotHeld() {
        planAt(now().plusSeconds(3_600));
        var ready = run(0, 0);
        var retry = run(0, 2);
        execute(
                "update occurrences set available_at = now() + interval '1 hour' where id = ?",
                retry);
        var held = held();

        database.transaction(
                connection -> {
                    Stops.open(connection);
                    var stop = why.job(connection, job).get(0);
                    assertThat(stop.code()).isEqualTo("dispatchingStopped");
                    assertThat(stop.detail())
                            .isEqualTo("Dispatching is stopped by somebody: a test");
                    assertThat(stop.since())
                            .isBetween(now().minusSeconds(60), now().plusSeconds(60));
                    assertThat(stop.refs()).containsKey("stopId");
                    assertThat(codes(why.job(connection, job)))
                            .containsExactly("dispatchingStopped", "plannedLater");
                    assertThat(codes(why.occurrence(connection, ready)))
                            .containsExactly("dispatchingStopped", "inQueue");
                    assertThat(codes(why.occurrence(connection, retry)))
                            .containsExactly("dispatchingStopped", "waitsForRetry");
                    assertThat(codes(why.occurrence(connection, held)))
                            .containsExactly("heldByRun");
                    connection.rollback();
                    return null;
                });
        assertThat(codes(why.job(job))).containsExactly("plannedLater");
    }

    @Test
    void aJobThatIsDueNamesWhatHoldsUpDispatching() {
        planAt(now().minusSeconds(10));
        assertThat(codes(why.job(job))).containsExactly("due");

        waiting = OptionalLong.of(MAX_QUEUED);
        assertThat(codes(why.job(job))).containsExactly("queueFull", "due");

        health.report(SystemHealth.REDIS, Status.DOWN, "refused");
        health.report(SystemHealth.BROKER, Status.DOWN, "refused");
        execute("update nodes set last_seen_at = now() - interval '1 minute'");
        assertThat(codes(why.job(job)))
                .containsExactly("noLeader", "redisAway", "brokerAway", "queueFull", "due");
        assertThat(why.job(job).get(0).refs()).containsEntry("node", "node-" + job);
    }

    @Test
    void aJobThatIsDueNamesTheLeaderThatIsGoneWithinSeconds() {
        planAt(now().minusSeconds(10));
        execute("update nodes set last_seen_at = now() - interval '3 seconds'");
        assertThat(codes(why.job(job))).containsExactly("due");
        execute("update nodes set last_seen_at = now() - interval '5 seconds'");
        assertThat(codes(why.job(job))).containsExactly("noLeader", "due");

        execute("update nodes set last_seen_at = now() + interval '1 hour'");
        health.report(SystemHealth.LEADER, Status.DEGRADED, "none since noon: it is gone");
        var causes = why.job(job);
        assertThat(codes(causes)).containsExactly("noLeader", "due");
        assertThat(causes.get(0).detail()).contains("no leader, none since noon: it is gone");
        assertThat(causes.get(0).refs()).containsEntry("node", "node-" + job);

        health.report(SystemHealth.LEADER, Status.UP, "leads in term 7");
        assertThat(codes(why.job(job))).containsExactly("due");

        health.report(SystemHealth.LEADER_CHANGES, Status.DEGRADED, "4 terms have begun");
        health.report(SystemHealth.WRITES, Status.DOWN, "it takes no writes now: its disk is full");
        causes = why.job(job);
        assertThat(codes(causes)).containsExactly("leaderChanges", "databaseRefuses", "due");
        assertThat(causes.get(0).detail()).contains("4 terms have begun");
        assertThat(causes.get(1).detail()).contains("its disk is full");
    }

    @Test
    void noLiveWorkerOfTheTypeOrGroup() {
        var run = run(0, 0);
        assertThat(codes(why.occurrence(run))).containsExactly("inQueue");

        execute("update occurrences set worker_group = 'group-b' where job_id = ?", job);
        assertThat(codes(why.occurrence(run))).containsExactly("noWorker", "inQueue");
        assertThat(why.occurrence(run).get(0).detail()).contains("group-b").contains(type);

        execute(
                "update workers set last_seen_at = now() - interval '1 minute' where instance_id = ?",
                worker());
        assertThat(codes(why.job(job))).containsExactly("nothingPlanned", "noWorker");
        assertThat(why.job(job).get(1).since()).isNotNull();
    }

    @Test
    void aQueuedRunSaysHowManyMessagesWait() {
        waiting = OptionalLong.of(7);

        assertThat(why.occurrence(run(0, 0)).get(0).detail())
                .contains("with 7 messages")
                .contains("4 free slots");
    }

    @Test
    void heldBehindARunOrByTheLimit() {
        var open = run(1, null);
        execute(
                "update job_schedule set open_occurrence_id = ?, open_count = 1, held_count = 2 where job_id = ?",
                open,
                job);
        var first = held();
        var second = held();

        assertThat(codes(why.occurrence(first))).containsExactly("heldByRun");
        assertThat(why.occurrence(first).get(0).refs()).containsEntry("occurrenceId", open);
        assertThat(why.occurrence(second).get(0).detail()).contains("1 held runs are before it");
        assertThat(codes(why.job(job))).containsExactly("nothingPlanned", "openRun");

        execute("update jobs set concurrency_policy = 2, max_concurrent = 1 where id = ?", job);
        execute("update job_schedule set open_occurrence_id = null where job_id = ?", job);
        assertThat(codes(why.occurrence(first))).containsExactly("heldByLimit");
        assertThat(why.occurrence(first).get(0).detail()).contains("1 of 1");
        assertThat(codes(why.job(job))).containsExactly("nothingPlanned", "limitReached");
    }

    @Test
    void aRetryThatIsNotDueYetNamesItsErrorAndTime() {
        var run = run(0, 2);
        execute(
                "update occurrences set available_at = now() + interval '1 hour', attempt = 2 where id = ?",
                run);
        execute(
                "insert into attempts (occurrence_id, attempt, state, error) values (?, 1, 3, ?)",
                run,
                "IOException: no route\n\tat somewhere");

        var cause = why.occurrence(run).get(0);

        assertThat(cause.code()).isEqualTo("waitsForRetry");
        assertThat(cause.detail()).startsWith("Attempt 2").endsWith(": IOException: no route");
        assertThat(cause.refs()).containsKey("availableAt");
    }

    @Test
    void runningOnAWorkerThatIsHeardOfOrNot() {
        var run = run(1, null);
        execute(
                "update occurrences set worker_instance = ?, started_at = now() where id = ?",
                worker(),
                run);
        assertThat(codes(why.occurrence(run))).containsExactly("running");

        execute("delete from workers where instance_id = ?", worker());
        execute("update occurrences set cancel_requested_at = now() where id = ?", run);
        assertThat(codes(why.occurrence(run)))
                .containsExactly("cancelRequested", "workerSilent", "running");
    }

    @Test
    void waitingForAJobThatDoesNotStop() {
        var run = run(1, null);
        execute(
                """
                update occurrences
                   set worker_instance = ?, started_at = now(), abandoned_at = now(),
                       abandoned_state = 5, abandoned_retries = true, error = 'it took too long'
                 where id = ?""",
                worker(),
                run);
        execute(
                "update job_schedule set open_occurrence_id = ?, open_count = 1 where job_id = ?",
                run,
                job);

        var cause = why.occurrence(run).get(0);

        assertThat(cause.code()).isEqualTo("abandoned");
        assertThat(cause.detail())
                .isEqualTo(
                        "Attempt 1 has ended and its job goes on all the same: the run waits until"
                                + " that has returned or worker "
                                + worker()
                                + " is gone: it took too long");
        assertThat(cause.since()).isNotNull();
        assertThat(cause.refs()).containsEntry("workerInstance", worker());
        assertThat(why.job(job))
                .anySatisfy(
                        open -> {
                            assertThat(open.code()).isEqualTo("openRun");
                            assertThat(open.detail())
                                    .contains(run + " waits for a job that does not stop");
                        });
    }

    @Test
    void endedWithItsStateAndError() {
        var run = run(3, null);
        execute("update occurrences set ended_at = now(), error = 'it broke' where id = ?", run);

        assertThat(why.occurrence(run))
                .singleElement()
                .satisfies(
                        cause -> {
                            assertThat(cause.code()).isEqualTo("ended");
                            assertThat(cause.detail())
                                    .isEqualTo("It has ended as failed: it broke");
                            assertThat(cause.since()).isNotNull();
                        });
    }

    private String worker() {
        return "worker-" + job;
    }

    private UUID held() {
        var run = run(0, 1);
        execute("insert into held_runs (job_id, occurrence_id) values (?, ?)", job, run);
        return run;
    }

    private UUID run(int state, Integer stage) {
        var at = now().plusSeconds(runs++);
        var id = OccurrenceId.planned(job, at);
        execute(
                """
                insert into occurrences (id, job_id, job_version, job_type, planned_at, available_at,
                                         ended_at, state, stage)
                select ?, ?, 1, ?, ?, case stage when 2 then now() end,
                       case when state > 1 then now() end, state, stage
                  from (values (?::smallint, ?::smallint)) as v (state, stage)""",
                id,
                job,
                type,
                timestamp(at),
                state,
                stage);
        return id;
    }

    private void version(int number, String kind, String actor, boolean active) {
        execute(
                """
                insert into job_versions (job_id, version, changed_at, changed_by, kind, definition)
                values (?, ?, ?, ?, ?, jsonb_build_object('active', ?::boolean))""",
                job,
                number,
                timestamp(CREATED.plusSeconds(number)),
                actor,
                kind,
                active);
    }

    private void planAt(Instant at) {
        execute("update job_schedule set next_run_at = ? where job_id = ?", timestamp(at), job);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static OffsetDateTime timestamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static List<String> codes(List<Cause> causes) {
        return causes.stream().map(Cause::code).toList();
    }

    private void execute(String sql, Object... parameters) {
        database.autocommit(
                connection -> {
                    try (var statement = connection.prepareStatement(sql)) {
                        for (int i = 0; i < parameters.length; i++) {
                            statement.setObject(i + 1, parameters[i]);
                        }
                        return statement.executeUpdate();
                    }
                });
    }
}
