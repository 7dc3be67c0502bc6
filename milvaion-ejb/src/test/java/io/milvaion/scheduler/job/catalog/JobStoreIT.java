package io.milvaion.scheduler.job.catalog;

import static io.milvaion.scheduler.job.definition.JobBuilder.aJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milvaion.scheduler.ground.persistence.Repeated;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.job.autodisable.Breaker;
import io.milvaion.scheduler.job.version.Change;
import io.milvaion.scheduler.job.version.JobVersion;
import io.milvaion.scheduler.job.version.JobVersions;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.missed.MissedReason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobStoreIT {

    private final JobScene scene = new JobScene();
    private final JobVersions versions = scene.versions;

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aTrippedJobIsDeactivatedOnceAsAVersionOfTheScheduler() {
        var id = create(null);
        trip(id);

        var saved = disable(id).orElseThrow().planned();

        assertThat(saved.job().definition().active()).isFalse();
        assertThat(saved.nextRunAt()).isNull();
        assertThat(saved.failures().disabledAt()).isEqualTo(saved.job().updatedAt());
        assertThat(saved.failures().disabledReason())
                .isEqualTo("5 consecutive failures, the last: it broke");
        assertThat(saved.failures().enablesAt()).isNull();
        var newest = versions.list(id, null, 1).get(0);
        assertThat(newest.kind()).isEqualTo(Change.Kind.AUTO_DISABLED);
        assertThat(newest.changedBy()).isEqualTo("scheduler");
        assertThat(newest.changedFields()).containsExactly("active");
        assertThat(disable(id)).isEmpty();
        assertThat(enable(id)).isEmpty();
    }

    @Test
    void aLateMarkOnADeactivatedJobKeepsItsCooldown() {
        var id = create(60);
        trip(id);
        var first = disable(id).orElseThrow().planned().failures();
        execute("update job_failures set tripped_at = now() where job_id = ?", id);

        assertThat(disable(id)).isEmpty();

        assertThat(read(id).failures().enablesAt()).isEqualTo(first.disabledAt().plusSeconds(60));
        assertThat(Services.database().autocommit(Breaker::undone)).doesNotContain(id);
    }

    @Test
    void aJobIsEnabledWhenItsCooldownIsOverAndCountsFromZero() {
        var id = create(60);
        trip(id);
        disable(id);
        assertThat(enable(id)).as("too early").isEmpty();
        execute(
                "update job_failures set enables_at = now() - interval '1 ms' where job_id = ?",
                id);

        var saved = enable(id).orElseThrow().planned();

        assertThat(saved.job().definition().active()).isTrue();
        assertThat(saved.nextRunAt()).isAfter(Instant.now());
        assertThat(saved.failures().failures()).isZero();
        assertThat(saved.failures().disabledAt()).isNull();
        assertThat(versions.list(id, null, 1).get(0).kind()).isEqualTo(Change.Kind.AUTO_ENABLED);
        assertThat(enable(id)).isEmpty();
    }

    @Test
    void somebodyWhoEnablesAJobResetsItsFailures() {
        var id = create(60);
        trip(id);
        disable(id);

        var saved = setActive(id, true).planned();

        assertThat(saved.failures().failures()).isZero();
        assertThat(saved.failures().enablesAt()).isNull();
        assertThat(versions.diff(id, 1, 3, is -> is)).isEmpty();
        assertThat(versions.list(id, null, 1).get(0).changedBy()).isEqualTo("ada");
    }

    @Test
    void whatSomebodyHasDeactivatedIsNotDeactivatedAgain() {
        var id = create(60);
        trip(id);
        setActive(id, false);

        assertThat(disable(id)).isEmpty();
        assertThat(read(id).failures().disabledAt()).isNull();
        assertThat(read(id).failures().failures()).isEqualTo(5);
    }

    @Test
    void aDeletedJobKeepsItsVersionsAndIsLeftAlone() {
        var id = create(60);
        trip(id);

        scene.in(store -> store.delete(id, ExpectedVersion.ANY, Change.deleted("ada")));

        assertThat(versions.list(id, null, 9))
                .extracting(JobVersion::kind)
                .containsExactly(Change.Kind.DELETED, Change.Kind.CREATED);
        execute("update job_failures set tripped_at = now() where job_id = ?", id);
        assertThat(disable(id)).isEmpty();
    }

    @Test
    void anInstantThatPassesWhileItsJobIsNotActiveIsInTheLedger() {
        var id = create(null);
        setActive(id, false);
        execute(
                """
                update jobs set cron_expression = null, execute_at = now() - interval '1 hour'
                 where id = ?""",
                id);

        var saved = setActive(id, true);

        assertThat(saved.planned().nextRunAt()).isNull();
        assertThat(saved.skipped())
                .singleElement()
                .satisfies(
                        skip -> {
                            assertThat(skip.first())
                                    .isEqualTo(
                                            saved.planned()
                                                    .job()
                                                    .definition()
                                                    .schedule()
                                                    .executeAt());
                            assertThat(skip.reason()).isEqualTo(MissedReason.DEACTIVATED);
                        });
        assertThat(skipsOf(id)).isOne();
        setActive(id, false);
        assertThat(setActive(id, true).skipped()).as("once").isEmpty();
        assertThat(skipsOf(id)).isOne();
    }

    @Test
    void anInstantThatHasRunIsNotMissedWhenItsJobIsActivatedAgain() {
        var id = create(null);
        setActive(id, false);
        execute(
                """
                update jobs set cron_expression = null, execute_at = now() - interval '1 hour'
                 where id = ?""",
                id);
        execute(
                """
                update job_schedule s set last_planned_at = execute_at from jobs j
                 where s.job_id = j.id and j.id = ?""",
                id);

        assertThat(setActive(id, true).skipped()).isEmpty();
        assertThat(skipsOf(id)).isZero();
    }

    /** Also one that was due: all that is known of its plan is in the ledger. */
    @ParameterizedTest
    @ValueSource(strings = {"time_zone = 'Mars/Base'", "cron_expression = '61 * * * *'"})
    void aJobThatCannotBeReadIsSwitchedOff(String damage) {
        var id = create(null);
        execute("update jobs set " + damage + " where id = ?", id);
        execute(
                "update job_schedule set next_run_at = now() - interval '1 s' where job_id = ?",
                id);

        var saved = setActive(id, false);

        assertThat(saved.planned().job().definition().active()).isFalse();
        assertThat(saved.planned().nextRunAt()).isNull();
        assertThat(saved.skipped()).hasSize(1);
        assertThat(setActive(id, true).planned().nextRunAt()).isNull();
        scene.in(store -> store.delete(id, ExpectedVersion.ANY, Change.deleted("ada")));
    }

    private UUID create(Integer autoEnableAfterSeconds) {
        return scene.create(
                aJob().overlap(OverlapPolicy.PARALLEL)
                        .disabledAfter(5)
                        .enabledAfter(autoEnableAfterSeconds)
                        .build());
    }

    /** The other one has the schedule row and then wants the job, which the edit has. */
    @Test
    void anEditThatADeadlockHasEndedIsMadeAgain() throws Exception {
        var id = create(null);
        var attempts = new AtomicInteger();
        var otherEnded = new CountDownLatch(1);
        Saved saved;
        try (var other = Services.dataSource().getConnection()) {
            other.setAutoCommit(false);
            Sql.of("set local deadlock_timeout = '1min'").update(other); // the edit is to notice it
            lock(other, "select 1 from job_schedule where job_id = :id for update", id);
            var edit =
                    CompletableFuture.supplyAsync(
                            () ->
                                    Repeated.run(
                                            () -> {
                                                if (attempts.incrementAndGet() > 1) {
                                                    awaitEnd(otherEnded);
                                                }
                                                return setActive(id, false);
                                            }));
            await().pollInterval(Duration.ofMillis(10)).until(() -> somebodyWaitsFor(other));
            lock(other, "select 1 from jobs where id = :id for update", id);
            other.rollback();
            otherEnded.countDown();
            saved = edit.get(1, TimeUnit.MINUTES);
        }

        assertThat(attempts).hasValue(2);
        assertThat(saved.planned().job().definition().active()).isFalse();
        assertThat(saved.planned().job().version()).isEqualTo(2);
        assertThat(read(id).job().definition().active()).isFalse();
    }

    private static void lock(Connection connection, String sql, UUID id) throws SQLException {
        Sql.of(sql).with("id", id).found(connection);
    }

    /** Else the next attempt might get the job before the other one does. */
    private static void awaitEnd(CountDownLatch latch) {
        await().until(() -> latch.getCount() == 0);
    }

    private static boolean somebodyWaitsFor(Connection connection) throws SQLException {
        return Sql.of(
                        """
                        select 1 from pg_stat_activity
                         where pg_backend_pid() = any (pg_blocking_pids(pid))""")
                .found(connection);
    }

    private Optional<Saved> disable(UUID id) {
        return scene.in(store -> store.disable(id));
    }

    private Optional<Saved> enable(UUID id) {
        return scene.in(store -> store.enable(id));
    }

    private Saved setActive(UUID id, boolean active) {
        return scene.in(
                store ->
                        store.edit(
                                id,
                                ExpectedVersion.ANY,
                                before -> before.withActive(active),
                                Change.edited("ada")));
    }

    private static long skipsOf(UUID id) {
        return Services.database()
                .autocommit(
                        connection ->
                                Sql.of("select count(*) from skipped_runs")
                                        .where("job_id = :id", id)
                                        .one(connection, row -> row.number("count")));
    }

    private static void trip(UUID id) {
        execute(
                """
                insert into job_failures (job_id, failures, last_error, tripped_at)
                values (?, 5, 'it broke', now())""",
                id);
    }

    private PlannedJob read(UUID id) {
        return scene.read(id);
    }

    private static void execute(String sql, UUID id) {
        Services.database()
                .transaction(
                        connection -> {
                            try (var statement = connection.prepareStatement(sql)) {
                                statement.setObject(1, id);
                                return statement.executeUpdate();
                            }
                        });
    }
}
