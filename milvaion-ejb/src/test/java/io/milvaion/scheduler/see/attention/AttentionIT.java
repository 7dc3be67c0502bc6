package io.milvaion.scheduler.see.attention;

import static io.milvaion.scheduler.see.attention.AttentionCode.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.milvaion.scheduler.ground.health.SystemHealth;
import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.see.why.Why;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.index.WholeIndex;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.stop.Stops;
import io.milvaion.scheduler.time.zone.ZoneRulesVersion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Makes each thing that may be wrong and expects it, and nothing else. */
class AttentionIT {

    private final SystemHealth health = new SystemHealth();
    private TrackingScene scene;
    private QueueTroubles queues;
    private AttentionReader reader;

    @BeforeEach
    void aHealthyCluster() {
        scene = new TrackingScene(Services.ownDatabase());
        var index = new WholeIndex(scene.redis);
        scene.redis.pool().set(scene.redis.keys().generation(), "one");
        index.rebuilt("one");
        queues = new QueueTroubles(index, Duration.ofSeconds(60));
        reader = reader("2099a");
        node("leads", "0 seconds");
        scene.execute("update leader_terms set node = 'leads'");
        worker("runs", "noop");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void nothingIsWrong() {
        job("a");

        assertThat(look().findings()).isEmpty();
        assertThat(look().totals()).isEmpty();
    }

    @Test
    void aJobWhoseLastRunsFailedUntilSomebodyHasDealtWithThem() {
        var job = job("a");
        failed(job, 3);

        var item = only(JOB_FAILING);

        assertThat(item.subject().id()).isEqualTo(job.toString());
        assertThat(item.subject().name()).isEqualTo("a");
        assertThat(item.count()).isEqualTo(3);
        assertThat(item.text()).isEqualTo("3 times in a row it failed: IOException: no route");
        assertThat(item.figures())
                .containsKeys("lastFailedAt", "occurrenceId")
                .containsEntry("lastError", "IOException: no route");
        assertThat(item.since()).isBefore(look().asOf());

        scene.execute("update failed_occurrences set resolved_at = now(), resolved_by = 'ann'");
        assertThat(look().findings()).as("resolved").isEmpty();
    }

    @Test
    void aJobThatSucceededSinceOrIsNotActiveFailsNoMore() {
        failed(job("succeeded"), 0);
        var inactive = job("inactive");
        failed(inactive, 2);
        scene.execute("update jobs set active = false where id = ?", inactive);

        assertThat(look().findings()).isEmpty();
    }

    @Test
    void aJobThatItsFailuresHaveDeactivated() {
        var job = job("a");
        failed(job, 5);
        scene.execute("update jobs set active = false where id = ?", job);
        scene.execute(
                """
                update job_failures
                   set disabled_at = now(), disabled_reason = '5 consecutive failures',
                       enables_at = now() + interval '1 hour'""");

        var item = only(JOB_DISABLED);

        assertThat(item.text())
                .isEqualTo("Its failures have deactivated it: 5 consecutive failures");
        assertThat(item.figures()).containsKey("enablesAt");
    }

    @Test
    void aJobThatIsDueForTenSecondsIsLateWhetherRedisKnowsOrNot() {
        var late = planned(job("late"), "-60 seconds");
        planned(job("due"), "-5 seconds");
        planned(job("later"), "60 seconds");

        assertThat(only(JOB_OVERDUE).subject().id()).isEqualTo(late.toString());
        assertThat(only(JOB_OVERDUE).figures().get("lateSeconds")).isIn(60L, 61L, 62L);
        scene.redis.pool().del(scene.redis.keys().schedule(), scene.redis.keys().rebuilt());
        assertThat(only(JOB_OVERDUE).subject().id()).isEqualTo(late.toString());
    }

    @Test
    void aTypeThatNobodyRunsOrNobodyOfTheGroup() {
        var first = job("a");
        var second = job("b");
        scene.execute("update jobs set job_type = 'other' where id in (?, ?)", first, second);
        scene.execute("update jobs set worker_group = 'left' where id = ?", job("c"));

        assertThat(look().findings())
                .extracting(AttentionItem::code, i -> i.subject().id(), AttentionItem::count)
                .containsExactly(tuple(NO_WORKER, "other", 2L), tuple(NO_WORKER, "noop", 1L));
        assertThat(look().findings().get(1).figures()).containsEntry("workerGroup", "left");
        assertThat(look().findings().get(1).text())
                .isEqualTo(
                        "No live worker of group left runs it, and 1 job of this type is active.");

        worker("other", "other");
        scene.execute("update workers set worker_group = 'left' where instance_id = 'runs'");
        assertThat(look().findings()).isEmpty();
    }

    @Test
    void aQueueWhoseOldestRunIsOlderThanAMinute() {
        var job = job("a");
        scene.run(job, Stage.READY);
        scene.run(job, Stage.HELD);
        assertThat(look().findings()).as("young").isEmpty();

        scene.execute("update occurrences set created_at = now() - interval '2 minutes'");

        var item = only(QUEUE_OLD);
        assertThat(item.count()).as("held runs are in no queue").isOne();
        assertThat(item.subject().id()).contains("noop");
        assertThat(item.figures()).containsEntry("jobType", "noop");
    }

    @Test
    void aJobWhoseScheduleIsOverButNotOneThatRanOnceAsItShould() {
        scene.execute("update job_schedule set next_run_at = null where job_id = ?", job("over"));
        var once = job("once");
        scene.execute(
                """
                update jobs set cron_expression = null, execute_at = now() - interval '1 hour'
                 where id = ?""",
                once);
        scene.execute(
                "update job_schedule set next_run_at = null, last_planned_at = now() where job_id = ?",
                once);

        assertThat(only(NO_NEXT_RUN).subject().name()).isEqualTo("over");

        scene.execute("update job_schedule set last_planned_at = null where job_id = ?", once);
        assertThat(look().findings())
                .extracting(i -> i.subject().name(), AttentionItem::text)
                .containsExactly(
                        tuple("once", "Its only instant has passed and it has not run."),
                        tuple("over", "Its schedule never comes again."));
    }

    @Test
    void deadLettersThatNobodyHasDeleted() {
        for (int i = 0; i < 3; i++) {
            scene.execute(
                    """
                    insert into dead_letters (id, identity, reason, headers, body, body_bytes)
                    values (?, ?, 'unreadable', '{}', '', 0)""",
                    UUID.randomUUID(),
                    new byte[] {(byte) i});
        }

        assertThat(only(DEAD_LETTERS).count()).isEqualTo(3);
        assertThat(only(DEAD_LETTERS).text()).isEqualTo("3 dead letters are there.");
        assertThat(findings(within("ours"))).as("those that belong to no job of theirs").isEmpty();
    }

    @Test
    void runsThatWereMissedOrLateInTheLastDayByTheirReasons() {
        var job = job("a");
        missed(job, "misfire", 2);
        missed(job, "beyond-limit", 3);
        missed(job, "overlap", 7);
        missed(job, "late", 1);
        missed(job, "deleted", 9);

        assertThat(look().findings())
                .extracting(AttentionItem::code, AttentionItem::count)
                .containsExactly(
                        tuple(MISSED_RUNS, 5L), tuple(LATE_RUNS, 1L), tuple(OVERLAPPED_RUNS, 7L));
        assertThat(look().findings().get(0).figures())
                .containsEntry("misfire", 2L)
                .containsEntry("beyondLimit", 3L);
        assertThat(look().findings().get(1).text())
                .isEqualTo("1 run was late in the last 24 hours.");
    }

    @Test
    void aLeaderThatIsGoneAndAnEmergencyStop() {
        scene.execute("update nodes set last_seen_at = now() - interval '1 minute'");
        assertThat(codes()).containsExactly(NO_LEADER, NODE_SILENT);

        scene.execute("update nodes set last_seen_at = now() + interval '1 hour'");
        scene.database.transaction(
                connection -> {
                    Stops.open(connection);
                    var item =
                            reader.look(connection, AttentionSight.FULL).findings().stream()
                                    .findFirst()
                                    .orElseThrow();
                    assertThat(item.code()).isEqualTo(DISPATCHING_STOPPED);
                    assertThat(item.text()).isEqualTo("Dispatching is stopped by somebody: a test");
                    assertThat(item.figures()).containsKey("stopId");
                    connection.rollback();
                    return null;
                });
    }

    @Test
    void serversThatAreAwayAndPartsThatDoNotWork() {
        health.report(SystemHealth.WRITES, Status.DOWN, "its disk is full");
        health.report(SystemHealth.REDIS, Status.DOWN, "failed");
        health.report(SystemHealth.BROKER, Status.DOWN, "cannot connect");
        health.report(SystemHealth.LEADER_CHANGES, Status.DEGRADED, "4 terms");
        health.report(SystemHealth.CLOCK, Status.DEGRADED, "1,500 ms ahead of Redis");
        health.report("queues", Status.DEGRADED, "one is gone");
        health.report("partitions", Status.UP, "");

        assertThat(codes())
                .containsExactly(
                        LEADER_CHANGES,
                        DATABASE_REFUSES,
                        REDIS_AWAY,
                        BROKER_AWAY,
                        CLOCK_SKEW,
                        DEGRADED);
        assertThat(look().findings().get(1).text()).contains("its disk is full");
        assertThat(look().findings().get(1).subject().id()).isEqualTo("postgresql");
        assertThat(look().findings().get(5).text()).isEqualTo("Part queues: one is gone.");

        health.report(
                SystemHealth.BROKER, Status.DEGRADED, "it takes no messages now: low on disk");
        assertThat(codes()).contains(BROKER_BLOCKED).doesNotContain(BROKER_AWAY);
    }

    @Test
    void nodesAndWorkersThatAreGoneOrRefused() {
        node("gone", "1 minute");
        worker("silent", "noop");
        worker("stopped", "noop");
        scene.execute(
                """
                update workers set last_seen_at = now() - interval '1 minute', running_jobs = 2,
                                   stopping = instance_id = 'stopped'
                 where instance_id <> 'runs'""");
        scene.execute(
                "update workers set refusing = 'its store is full' where instance_id = 'runs'");
        for (String instance : List.of("a", "b")) {
            scene.execute(
                    """
                    insert into refused_senders (worker_group, instance_id, reason, count, first_at, last_at)
                    values ('mail', ?, 'forged', 4, now(), now())""",
                    instance);
        }

        assertThat(look().findings())
                .extracting(AttentionItem::code, i -> i.subject().id(), AttentionItem::count)
                .containsExactly(
                        tuple(WORKER_SILENT, "silent", 2L),
                        tuple(WORKER_REFUSING, "runs", 1L),
                        tuple(NODE_SILENT, "gone", 1L),
                        tuple(REFUSED_WORKERS, "mail", 8L));
    }

    @Test
    void theGravestAreListedFirstAndAllAreCounted() {
        for (int i = 0; i < 12; i++) {
            failed(job("job " + i), i + 1);
        }
        planned(job("late"), "-60 seconds");

        assertThat(look().findings()).hasSize(11);
        assertThat(look().findings().get(0).code()).isEqualTo(JOB_OVERDUE);
        assertThat(look().findings().get(1).count()).as("the worst").isEqualTo(12);
        assertThat(look().totals())
                .extracting(AttentionTotal::code, AttentionTotal::total)
                .containsExactly(tuple(JOB_OVERDUE, 1L), tuple(JOB_FAILING, 12L));
    }

    @Test
    void whoeverReachesSomeJobsSeesWhatIsWrongWithThoseOnly() {
        failed(job("foreign"), 2);
        planned(job("foreign too"), "-60 seconds");
        var own = planned(job("own"), "-60 seconds");
        missed(own, "misfire", 2);
        scene.execute("update jobs set tags = '{ours}', job_type = 'odd' where id = ?", own);
        health.report(SystemHealth.REDIS, Status.DOWN, "failed");
        node("gone", "1 minute");

        assertThat(findings(within("ours")))
                .extracting(AttentionItem::code, i -> i.subject().name())
                .containsExactly(
                        tuple(NO_WORKER, "odd"),
                        tuple(JOB_OVERDUE, "own"),
                        tuple(MISSED_RUNS, null));
    }

    @Test
    void tenThousandJobsCostLittle() {
        scene.execute(
                """
                insert into jobs (id, display_name, job_type, cron_expression, job_data)
                select gen_random_uuid(), 'job ' || n, 'noop', '@daily',
                       jsonb_build_object('text', repeat('x', 500))::text
                  from generate_series(1, 10000) n""");
        scene.execute(
                """
                insert into job_schedule (job_id, definition_version, next_run_at, gated)
                select id, 1, now() + interval '1 hour', true from jobs""");
        scene.execute(
                "insert into job_failures (job_id, failures) select id, 1 from jobs limit 5000");
        scene.execute("analyze jobs, job_schedule, job_failures");

        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long begun = System.nanoTime();
            look();
            best = Math.min(best, System.nanoTime() - begun);
        }

        System.out.printf("the attention list of 10,000 jobs: %.1f ms%n", best / 1e6);
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(30));
    }

    @Test
    void rulesOfTimeZonesThatAreOld() {
        var item = reader("2001a").look(AttentionSight.FULL).findings().get(0);

        assertThat(item.code()).isEqualTo(ZONE_RULES_OLD);
        assertThat(item.figures()).containsEntry("zoneRules", "2001a");
    }

    private AttentionReader reader(String zoneRules) {
        return new AttentionReader(
                scene.database,
                health,
                new Why(scene.database, health::reports, queue -> OptionalLong.empty(), 100),
                queues,
                () -> new ZoneRulesVersion(zoneRules));
    }

    private AttentionList look() {
        return reader.look(AttentionSight.FULL);
    }

    private List<AttentionItem> findings(AttentionSight sight) {
        return reader.look(sight).findings();
    }

    private List<AttentionCode> codes() {
        return look().findings().stream().map(AttentionItem::code).toList();
    }

    private AttentionItem only(AttentionCode code) {
        assertThat(codes()).containsExactly(code);
        return look().findings().get(0);
    }

    private static AttentionSight within(String tag) {
        var reach = Reach.of(new Limit(Set.of(tag), null));
        return new AttentionSight(reach, reach, reach, false, false);
    }

    private UUID job(String name) {
        var job = scene.job(0, "retry");
        scene.execute(
                "update jobs set display_name = ?, cron_expression = '@daily' where id = ?",
                name,
                job);
        return planned(job, "1 hour");
    }

    private UUID planned(UUID job, String from) {
        scene.execute(
                "update job_schedule set next_run_at = now() + ?::interval where job_id = ?",
                from,
                job);
        scene.index.replan(
                Map.of(
                        job,
                        scene.database.autocommit(
                                connection ->
                                        Sql.of("select next_run_at from job_schedule")
                                                .where("job_id = :job", job)
                                                .one(
                                                        connection,
                                                        row -> row.instant("next_run_at")))));
        return job;
    }

    private void failed(UUID job, int times) {
        scene.execute(
                """
                insert into job_failures (job_id, failures, recent, last_error)
                values (?, ?, array[now() - interval '1 minute', now()],
                        'IOException: no route' || chr(10) || 'at Line.java')""",
                job,
                times);
        scene.execute(
                """
                insert into failed_occurrences (occurrence_id, job_id, state, ended_at, error_group,
                                                job_type, cause, group_id)
                values (?, ?, 3, now(), 'no route', 'noop', 'exhausted', 'g')""",
                UUID.randomUUID(),
                job);
    }

    private void missed(UUID job, String reason, int count) {
        scene.execute(
                "insert into missed_counters values (date_trunc('hour', now()), ?, ?, ?)",
                job,
                reason,
                count);
        scene.execute(
                "insert into missed_totals values (date_trunc('hour', now()), ?, ?)",
                reason,
                count);
    }

    private void node(String id, String silent) {
        scene.execute(
                """
                insert into nodes (id, started_at, last_seen_at)
                values (?, now(), now() - ?::interval)""",
                id,
                silent);
    }

    private void worker(String id, String type) {
        scene.execute(
                """
                insert into workers (instance_id, worker_group, max_parallel_jobs, consumers,
                                     started_at, last_seen_at)
                values (?, 'group-a', 4, ?::jsonb, now(), now() + interval '1 hour')""",
                id,
                "[{\"jobType\":\"" + type + "\"}]");
    }
}
