package io.milvaion.scheduler.run.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.run.leader.TermOver;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.missed.MissedReason;
import io.milvaion.scheduler.state.occurrence.OccurrenceId;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.state.stop.DispatchingStopped;
import io.milvaion.scheduler.state.stop.Stops;
import io.milvaion.scheduler.time.misfire.MisfirePlan;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatchTransactionIT {

    private static final Instant DUE = Instant.parse("2026-01-22T10:00:00Z");

    private final Redis redis = Services.redis("test:" + UUID.randomUUID() + ":");
    private final RunIndex index = new RunIndex(redis);
    private final Database database = Services.database();
    private final DueJobs dueJobs = new DueJobs(database);

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void makesOneOccurrenceAndAdvancesTheSchedule() {
        var job = job(OverlapPolicy.PARALLEL);

        var result = dispatch(planned(job));

        assertThat(result.opened()).extracting(OutgoingRun::plannedAt).containsExactly(DUE);
        assertThat(nextRun(job)).isEqualTo(DUE.plusSeconds(1));
        assertThat(index.sizes()).as("ready and open").containsExactly(0L, 1L, 0L, 1L);
    }

    @Test
    void theSamePlanTwiceMakesNothingNew() {
        var planned = planned(job(OverlapPolicy.PARALLEL));
        dispatch(planned);

        var again = dispatch(planned);

        assertThat(again.advanced()).isEmpty();
        assertThat(again.opened()).isEmpty();
    }

    @Test
    void aJobEditedSinceItWasReadIsLeftForTheNextPop() {
        for (var policy : OverlapPolicy.values()) {
            var job = job(policy);
            var planned = planned(job);
            execute("update job_schedule set definition_version = 2 where job_id = ?", job);

            assertThat(dispatch(planned).advanced()).as(policy.name()).isEmpty();
            assertThat(occurrences(job)).as(policy.name()).isZero();
        }
    }

    @Test
    void anOlderTermChangesNothing() {
        var job = job(OverlapPolicy.PARALLEL);
        var planned = planned(job);

        assertThatThrownBy(() -> dispatch(planned, new Term(term().number() - 1)))
                .isInstanceOf(TermOver.class);
        assertThat(occurrences(job)).isZero();
        assertThat(nextRun(job)).isEqualTo(DUE);
    }

    @Test
    void anEmergencyStopKeepsEverythingAsItIs() {
        for (var policy : OverlapPolicy.values()) {
            var job = job(policy);
            var planned = planned(job);
            var term = term();

            assertThatThrownBy(
                            () ->
                                    database.transaction(
                                            connection -> {
                                                Stops.open(connection);
                                                return new DispatchTransaction(connection, term, 10)
                                                        .run(
                                                                List.of(planned),
                                                                index,
                                                                Instant.now());
                                            }))
                    .as(policy.name())
                    .isInstanceOf(DispatchingStopped.class);
            assertThat(occurrences(job)).isZero();
            assertThat(nextRun(job)).isEqualTo(DUE);
            assertThat(dispatch(planned).opened()).as("after it").hasSize(1);
        }
    }

    @Test
    void anEmergencyStopMakesNoRetryReady() {
        var job = job(OverlapPolicy.PARALLEL);
        var run = dispatch(planned(job)).opened().get(0).key();
        execute(
                "update occurrences set stage = 2, available_at = now() where id = ?",
                run.occurrenceId());
        var term = term();

        assertThatThrownBy(
                        () ->
                                database.transaction(
                                        connection -> {
                                            Stops.open(connection);
                                            return DueRuns.take(connection, List.of(run), term);
                                        }))
                .isInstanceOf(DispatchingStopped.class);
        var after = database.transaction(c -> DueRuns.take(c, List.of(run), term)).runs();

        assertThat(after).extracting(OutgoingRun::copy).containsExactly(1);
    }

    @Test
    void aBatchCostsTwoRowVersionsARunAndFewStatements() {
        var meter = Services.meter();
        var counted = meter.database();
        var jobs = new ArrayList<UUID>();
        for (int i = 0; i < 500; i++) {
            jobs.add(job(counted, OverlapPolicy.PARALLEL));
        }
        var term = term(counted);
        var reader = new DueJobs(counted);
        reader.read(jobs); // the calendars, once
        int statements = meter.statements();
        long rowVersions = meter.rowVersions();

        var due = reader.read(jobs);
        var planned = due.values().stream().map(DispatchTransactionIT::planned).toList();
        var result =
                counted.transaction(
                        connection ->
                                new DispatchTransaction(connection, term, 10)
                                        .run(planned, index, Instant.now()));

        assertThat(result.opened()).hasSize(500);
        assertThat(meter.statements() - statements).as("statements").isLessThanOrEqualTo(4);
        assertThat(meter.rowVersions() - rowVersions)
                .as("rows of job_schedule and occurrences, and their day, which is open again")
                .isEqualTo(1_001);
    }

    @Test
    void skipRecordsTheInstantThatAnOpenRunIsInTheWayOf() {
        var job = job(OverlapPolicy.SKIP);
        dispatch(planned(job));

        var second = dispatch(planned(job));

        assertThat(second.opened()).isEmpty();
        assertThat(second.skipped())
                .singleElement()
                .satisfies(
                        skip -> {
                            assertThat(skip.reason()).isEqualTo(MissedReason.OVERLAP);
                            assertThat(skip.first()).isEqualTo(DUE.plusSeconds(1));
                            assertThat(skip.detail())
                                    .contains(OccurrenceId.planned(job, DUE).toString());
                        });
        assertThat(nextRun(job)).isEqualTo(DUE.plusSeconds(2));
    }

    @Test
    void skipOpensAgainWhenTheOpenRunHasEndedWithoutPassingTheGate() {
        var job = job(OverlapPolicy.SKIP);
        dispatch(planned(job));
        execute(
                "update occurrences set state = 2, stage = null, ended_at = now() where job_id = ?",
                job);

        assertThat(dispatch(planned(job)).opened()).hasSize(1);
    }

    @Test
    void queueHoldsTheSecondRun() {
        var job = job(OverlapPolicy.QUEUE);
        dispatch(planned(job));

        assertThat(dispatch(planned(job)).opened()).isEmpty();
        assertThat(count("select count(*) from held_runs where job_id = ?", job)).isEqualTo(1);
        assertThat(occurrences(job)).isEqualTo(2);
    }

    private UUID job(OverlapPolicy policy) {
        return job(database, policy);
    }

    private static UUID job(Database database, OverlapPolicy policy) {
        var id = UUID.randomUUID();
        execute(
                database,
                """
                insert into jobs (id, display_name, job_type, cron_expression, concurrency_policy)
                values (?, 'a job', 'noop', '* * * * * *', ?)""",
                id,
                policy.code());
        execute(
                database,
                """
                insert into job_schedule (job_id, definition_version, next_run_at, gated)
                select id, 1, ?, open_limit is not null from jobs where id = ?""",
                DUE.atOffset(ZoneOffset.UTC),
                id);
        return id;
    }

    private PlannedRun planned(UUID id) {
        return planned(dueJobs.read(List.of(id)).get(id));
    }

    private static PlannedRun planned(DueJob job) {
        return new PlannedRun(
                job,
                new MisfirePlan(
                        Optional.of(job.plannedAt()),
                        List.of(),
                        job.timetable().nextAfter(job.plannedAt()),
                        false));
    }

    private DispatchTransaction.Result dispatch(PlannedRun planned) {
        return dispatch(planned, term());
    }

    private DispatchTransaction.Result dispatch(PlannedRun planned, Term term) {
        return database.transaction(
                connection ->
                        new DispatchTransaction(connection, term, 10)
                                .run(List.of(planned), index, Instant.now()));
    }

    private Term term() {
        return term(database);
    }

    private static Term term(Database database) {
        return new Term(
                database.autocommit(
                        connection -> {
                            try (var statement =
                                            connection.prepareStatement(
                                                    "select term from leader_terms");
                                    var row = statement.executeQuery()) {
                                row.next();
                                return row.getLong(1);
                            }
                        }));
    }

    private Instant nextRun(UUID job) {
        return dueJobs.read(List.of(job)).get(job).plannedAt();
    }

    private long occurrences(UUID job) {
        return count("select count(*) from occurrences where job_id = ?", job);
    }

    private long count(String sql, UUID job) {
        return database.autocommit(
                connection -> {
                    try (var statement = connection.prepareStatement(sql)) {
                        statement.setObject(1, job);
                        try (var row = statement.executeQuery()) {
                            row.next();
                            return row.getLong(1);
                        }
                    }
                });
    }

    private void execute(String sql, Object... parameters) {
        execute(database, sql, parameters);
    }

    private static void execute(Database database, String sql, Object... parameters) {
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
