package io.milvaion.scheduler.run.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.job.catalog.Jobs;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.see.preview.MisfirePreview;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.index.RunIndex;
import io.milvaion.scheduler.state.occurrence.OccurrenceId;
import io.milvaion.scheduler.time.misfire.Misfires;
import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scheduler was away for two hours: what becomes of a job that was due all the time. */
class DowntimeIT {

    private static final Duration AWAY = Duration.ofHours(2);
    private static final Duration THRESHOLD = Duration.ofSeconds(60);

    private final Redis redis = Services.redis("test:" + UUID.randomUUID() + ":");
    private final RunIndex index = new RunIndex(redis);
    private final Database database = Services.database();
    private final DueJobs dueJobs = new DueJobs(database);
    private final Term term = term();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES).plusSeconds(5);
    private final Instant stopped = now.minusSeconds(5).minus(AWAY);

    @AfterEach
    void close() {
        redis.close();
    }

    @ParameterizedTest
    @CsvSource({
        // every 10 s: 721 instants are due, the last 6 of them less late than the threshold
        "once, 10, 1, 720, merged, 0",
        "all, 10, 721, 0, beyond-limit, 715",
        "skip, 10, 0, 721, misfire, 0",
        // every 5 s: 1442, of which more than 1,000 are one record
        "once, 5, 1, 1441, merged, 0",
        "skip, 5, 0, 1442, misfire, 0",
    })
    void eachMissedInstantIsARunOrARecordWithItsReason(
            String policy, int everySeconds, int runs, int skips, String reason, int late) {
        var job = job("*/" + everySeconds + " * * * * *", policy);

        drain(job);

        assertThat(plannedRuns(job)).hasSize(runs).isSorted();
        assertThat(skipped(job)).isEqualTo(skips == 0 ? Map.of() : Map.of(reason, (long) skips));
        assertThat(lateRuns(job)).hasSize(late).isSorted();
        var expected = skips == 0 ? new HashMap<String, Long>() : new HashMap<>(skipped(job));
        if (late > 0) {
            expected.put("late", (long) late);
        }
        assertThat(counters(job)).isEqualTo(expected);
        assertThat(allInstants(job, everySeconds))
                .isEqualTo(
                        Stream.iterate(
                                        stopped,
                                        at -> !at.isAfter(now),
                                        at -> at.plusSeconds(everySeconds))
                                .toList());
        assertThat(nextRun(job)).isAfter(now);
    }

    @Test
    void allRunsTheOldestOfTheLatestThousandAndRecordsWhatIsBeyond() {
        var job = job("*/5 * * * * *", "all");

        pop(job);

        assertThat(plannedRuns(job)).containsExactly(now.minusSeconds(999 * 5));
        assertThat(lateRuns(job)).isEqualTo(plannedRuns(job));
        assertThat(skipped(job)).isEqualTo(Map.of("beyond-limit", 442L));
        assertThat(counters(job)).isEqualTo(Map.of("beyond-limit", 442L, "late", 1L));
        assertThat(nextRun(job)).isEqualTo(now.minusSeconds(998 * 5));
    }

    @Test
    void onceRunsTheLatestInstantAndTheMergedOnesNameIt() {
        var job = job("*/10 * * * * *", "once");

        drain(job);

        var latest = now.minusSeconds(5);
        assertThat(plannedRuns(job)).containsExactly(latest);
        assertThat(
                        select(
                                "select distinct detail from skipped_runs",
                                job,
                                row -> row.text("detail")))
                .containsExactly(
                        "occurrence " + OccurrenceId.planned(job, latest) + " stands for it");
    }

    @Test
    void anHourlyRunThatIsStillWantedIsLate() {
        var planned = now.truncatedTo(ChronoUnit.MINUTES).minus(30, ChronoUnit.MINUTES);
        int minute = planned.atOffset(ZoneOffset.UTC).getMinute();
        var job = job("0 %d * * * *".formatted(minute), "once");
        planAt(job, planned);

        drain(job);

        assertThat(plannedRuns(job)).containsExactly(planned);
        assertThat(lateRuns(job)).containsExactly(planned);
        assertThat(skipped(job)).isEmpty();
        assertThat(
                        select(
                                "select late_ms from late_runs",
                                job,
                                row -> Duration.ofMillis(row.number("late_ms"))))
                .containsExactly(Duration.between(planned, now));
    }

    @ParameterizedTest
    @CsvSource({"once, 10", "all, 5", "skip, 10"})
    void theSamePopAgainAddsNothingAndCountsNothing(String policy, int everySeconds) {
        var job = job("*/" + everySeconds + " * * * * *", policy);
        pop(job);
        var before = List.of(plannedRuns(job), skipped(job), lateRuns(job), counters(job));
        planAt(job, stopped); // as if the commit had been lost for the schedule alone

        pop(job);

        assertThat(List.of(plannedRuns(job), skipped(job), lateRuns(job), counters(job)))
                .isEqualTo(before);
    }

    /** Each row: what is due within three days of the first run. */
    @ParameterizedTest
    @CsvSource({
        "30 2 * * *, Europe/Berlin, shift, first, 2026-03-28T01:30:00Z",
        "30 2 * * *, Europe/Berlin, skip, first, 2026-03-28T01:30:00Z",
        "30 2 * * *, Europe/Berlin, shift, first, 2026-10-24T00:30:00Z",
        "30 2 * * *, Europe/Berlin, shift, second, 2026-10-24T00:30:00Z",
        "30 2 * * *, Europe/Berlin, shift, both, 2026-10-24T00:30:00Z",
        "*/15 1-3 * * *, Europe/Berlin, shift, first, 2026-10-24T23:00:00Z",
        "45 1 * * *, Australia/Lord_Howe, shift, both, 2026-04-03T14:45:00Z",
        "30 2 * * *, Africa/Casablanca, shift, second, 2026-02-14T01:30:00Z",
    })
    void whatIsDispatchedAcrossAChangeOfClocksIsWhatThePreviewShows(
            String cron, String zone, String gap, String overlap, Instant first) {
        var job = job(cron, "all");
        execute(
                "update jobs set time_zone = ?, dst_gap = ?, dst_overlap = ? where id = ?",
                zone,
                gap,
                overlap,
                job);
        planAt(job, first);
        var end = first.plus(Duration.ofDays(3));

        for (var next = first; !next.isAfter(end); ) {
            next = pop(job, end);
        }

        var rules =
                new DstRules(
                        DstGap.parse(gap).orElseThrow(), DstOverlap.parse(overlap).orElseThrow());
        assertThat(plannedRuns(job))
                .startsWith(first)
                .isEqualTo(
                        CronSchedule.parse(cron, ZoneId.of(zone), rules)
                                .preview(first, 100)
                                .stream()
                                .filter(at -> !at.isAfter(end))
                                .toList());
    }

    @ParameterizedTest
    @CsvSource({"once", "all", "skip"})
    void thePreviewOfARestartSaysWhatTheRestartDoes(String policy) {
        var job = job("0 */2 * * * *", policy);
        var preview = new MisfirePreview(database, new Jobs(), THRESHOLD);
        var before = new UUID(job.getMostSignificantBits(), job.getLeastSignificantBits() - 1);

        var foretold = preview.overdue(now, before, 1, Reach.EVERYTHING).jobs().get(0);
        drain(job);

        assertThat(foretold.jobId()).isEqualTo(job);
        assertThat(foretold.nextRunAt()).isEqualTo(stopped);
        var outcome = foretold.outcome();
        assertThat(outcome.due()).isEqualTo(61);
        assertThat(outcome.missed()).isEqualTo(61);
        assertThat(plannedRuns(job))
                .hasSize((int) outcome.runs())
                .startsWith(outcome.firstRuns().toArray(Instant[]::new));
        assertThat(lateRuns(job)).hasSize((int) outcome.late());
        assertThat(skipped(job).getOrDefault(outcome.skippedAs().wire(), 0L))
                .isEqualTo(outcome.skipped());
        assertThat(nextRun(job)).isEqualTo(outcome.nextRunAt());
        assertThat(preview.overdue(now, before, 1, Reach.EVERYTHING).jobs())
                .extracting(MisfirePreview.OverdueJob::jobId)
                .doesNotContain(job);
    }

    /** Pops until nothing is due. */
    private void drain(UUID job) {
        for (var next = nextRun(job); !next.isAfter(now); ) {
            next = pop(job);
        }
    }

    private Instant pop(UUID id) {
        return pop(id, now);
    }

    private Instant pop(UUID id, Instant now) {
        var job = dueJobs.read(List.of(id)).get(id);
        var plan =
                Misfires.plan(
                        job.timetable(), job.misfirePolicy(), job.plannedAt(), now, THRESHOLD);
        var result =
                database.transaction(
                        connection ->
                                new DispatchTransaction(connection, term, 10)
                                        .run(List.of(new PlannedRun(job, plan)), index, now));
        assertThat(result.advanced()).containsExactly(id);
        return plan.next().orElseThrow();
    }

    private UUID job(String cron, String misfirePolicy) {
        var id = UUID.randomUUID();
        execute(
                """
                insert into jobs (id, display_name, job_type, cron_expression, concurrency_policy,
                                  misfire_policy)
                values (?, 'a job', 'noop', ?, 2, ?)""",
                id,
                cron,
                misfirePolicy);
        execute(
                """
                insert into job_schedule (job_id, definition_version, next_run_at, gated)
                values (?, 1, ?, false)""",
                id,
                stopped.atOffset(ZoneOffset.UTC));
        return id;
    }

    private void planAt(UUID job, Instant at) {
        execute(
                "update job_schedule set next_run_at = ? where job_id = ?",
                at.atOffset(ZoneOffset.UTC),
                job);
    }

    private Term term() {
        return new Term(
                database.autocommit(
                        connection ->
                                Sql.of("select term from leader_terms")
                                        .one(connection, row -> row.number("term"))));
    }

    private Instant nextRun(UUID job) {
        return dueJobs.read(List.of(job)).get(job).plannedAt();
    }

    private List<Instant> plannedRuns(UUID job) {
        return select("select planned_at from occurrences", job, row -> row.instant("planned_at"));
    }

    private List<Instant> lateRuns(UUID job) {
        return select("select planned_at from late_runs", job, row -> row.instant("planned_at"));
    }

    /** How many instants were skipped, by reason. */
    private Map<String, Long> skipped(UUID job) {
        return sums("select reason, count from skipped_runs", job);
    }

    private Map<String, Long> counters(UUID job) {
        return sums("select reason, count::int from missed_counters", job);
    }

    private Map<String, Long> sums(String sql, UUID job) {
        var sums = new HashMap<String, Long>();
        select(
                sql,
                job,
                row -> sums.merge(row.text("reason"), (long) row.integer("count"), Long::sum));
        return sums;
    }

    /** Each instant of the ledger as often as it is there. */
    private List<Instant> allInstants(UUID job, int everySeconds) {
        var instants = new ArrayList<>(plannedRuns(job));
        select(
                "select planned_at, last_at, count from skipped_runs",
                job,
                row -> {
                    var range =
                            Stream.iterate(
                                            row.instant("planned_at"),
                                            at -> at.plusSeconds(everySeconds))
                                    .limit(row.integer("count"))
                                    .toList();
                    assertThat(range.get(range.size() - 1)).isEqualTo(row.instant("last_at"));
                    return instants.addAll(range);
                });
        return instants.stream().sorted().toList();
    }

    private <T> List<T> select(String sql, UUID job, Row.Mapper<T> mapper) {
        return database.autocommit(
                connection ->
                        Sql.of(sql)
                                .where("job_id = :job", job)
                                .then("order by 1")
                                .list(connection, mapper));
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
