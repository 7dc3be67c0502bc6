package io.milvaion.scheduler.job.catalog;

import static io.milvaion.scheduler.job.definition.JobBuilder.aJob;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.job.plan.PlanRepair;
import io.milvaion.scheduler.job.plan.ScheduleSync;
import io.milvaion.scheduler.job.plan.ZoneLedger;
import io.milvaion.scheduler.job.version.Change;
import io.milvaion.scheduler.job.version.JobVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Panama is five hours behind UTC by any rules; here its jobs were planned by others, which another
 * release is said to have had.
 */
class ReplanIT {

    private static final String ZONE = "America/Panama";
    private static final int HOUR = 3_600;

    private final JobScene scene = new JobScene();
    private final Replan replan =
            new Replan(
                    scene.tracking.database,
                    new ScheduleSync() {
                        @Override
                        public boolean sync(UUID jobId) {
                            return false; // as while Redis is away
                        }
                    },
                    scene.tracking.heard);

    @BeforeEach
    void settle() {
        replan.zones(connection -> {});
    }

    @AfterEach
    void close() {
        execute("update jobs set active = false where time_zone = '" + ZONE + "'");
        execute("delete from zone_rules where zone = '" + ZONE + "'");
        scene.close();
    }

    /** 9 o'clock in Panama is 14:00Z. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // it was taken to be later there: what comes earlier now comes today
                "0 9 * * * | -6 | 2040-01-10T15:00:00Z | 2040-01-11T15:00:00Z | 2040-01-11T14:00:00Z",
                // it was taken to be earlier: 9 o'clock of the 10th comes again, and has run
                "0 9 * * * | -4 | 2040-01-10T13:00:00Z | 2040-01-11T13:00:00Z | 2040-01-11T14:00:00Z",
                "30 * * * * | -4 | 2040-01-10T13:30:00Z | 2040-01-10T14:30:00Z | 2040-01-10T14:30:00Z",
                "0 9,10 * * * | -4 | 2040-01-10T13:00:00Z | 2040-01-10T14:00:00Z | 2040-01-10T15:00:00Z",
                "0 9 29 2 * | 1 | 2040-02-29T08:00:00Z | 2044-02-29T08:00:00Z | 2044-02-29T14:00:00Z",
            })
    void theNextRunIsTheFirstThatHasNotRunByTheRulesOfBefore(
            String cron, int hours, Instant last, Instant next, Instant right) {
        var job = scene.create(aJob().every(cron).in(ZONE).build());
        plan(job, last, next);
        noteDown("2001a", hours);

        int moved = replan.zones(connection -> {});

        assertThat(scene.read(job).nextRunAt()).isEqualTo(right);
        assertThat(moved).isEqualTo(next.equals(right) ? 0 : 1);
    }

    @Test
    void whatHasNeverRunHasNothingToRepeat() {
        var job = scene.create(aJob().every("0 9 * * *").in(ZONE).build());
        var right = scene.read(job).nextRunAt();
        plan(job, null, right.plusSeconds(HOUR));
        noteDown("2001a", -6);

        assertThat(replan.zones(connection -> {})).isOne();
        assertThat(scene.read(job).nextRunAt()).isEqualTo(right);
    }

    @Test
    void theHistorySaysWhatMovedAndWhy() {
        var job = scene.create(aJob().every("0 9 * * *").in(ZONE).build());
        plan(job, Instant.parse("2040-01-10T13:00:00Z"), Instant.parse("2040-01-11T13:00:00Z"));
        noteDown("2001a", -4);

        replan.zones(connection -> {});

        var version = scene.versions.list(job, null, 1).get(0);
        assertThat(version)
                .returns(2, JobVersion::version)
                .returns("scheduler", JobVersion::changedBy)
                .returns(Change.Kind.REPLANNED, JobVersion::kind);
        assertThat(version.detail())
                .startsWith(
                        "next run moved from 2040-01-11T13:00:00Z to 2040-01-11T14:00:00Z because"
                                + " the rules of America/Panama changed in 20");
        assertThat(scene.versions.require(job, 2).definition())
                .isEqualTo(scene.versions.require(job, 1).definition());
        assertThat(
                        count(
                                "select count(*) as n from audit_unsealed where action = 'job.replan'"
                                        + " and object_id = :id and detail like 'next run moved%'",
                                job))
                .isOne();
        assertThat(
                        count(
                                "select count(*) as n from job_schedule where job_id = :id"
                                        + " and definition_version = 2 and synced_version < 2",
                                job))
                .as("the leader tells Redis")
                .isOne();
    }

    @Test
    void whatWasDoneIsNotDoneAgain() {
        var job = scene.create(aJob().every("0 9 * * *").in(ZONE).build());
        plan(job, Instant.parse("2040-01-10T13:00:00Z"), Instant.parse("2040-01-11T13:00:00Z"));
        noteDown("2001a", -4);
        replan.zones(connection -> {});

        assertThat(replan.zones(connection -> {})).isZero();
        assertThat(scene.versions.list(job, null, 10)).hasSize(2);
    }

    @Test
    void untilThenNobodyElsePutsTheJobRight() {
        var job = scene.create(aJob().every("0 9 * * *").in(ZONE).build());
        plan(job, Instant.parse("2040-01-10T13:00:00Z"), Instant.parse("2040-01-11T13:00:00Z"));
        noteDown("2001a", -4);
        var before = new UUID(job.getMostSignificantBits(), job.getLeastSignificantBits() - 1);

        assertThat(suspects(before)).isEmpty();
        replan.zones(connection -> {});
        plan(job, null, Instant.parse("2040-01-11T13:00:00Z"));
        assertThat(suspects(before)).containsExactly(job);
    }

    private List<UUID> suspects(UUID after) {
        return scene.tracking.database.autocommit(
                connection ->
                        PlanRepair.suspects(connection, after, 1, ZoneLedger.pending(connection))
                                .suspects());
    }

    @Test
    void jobsThatDoNotRunAndThoseOfOtherZonesStayAsTheyAre() {
        var off = scene.create(aJob().every("0 9 * * *").in(ZONE).active(false).build());
        var elsewhere = scene.create(aJob().every("0 9 * * *").in("Asia/Tokyo").build());
        var once =
                scene.create(aJob().onceAt(Instant.parse("2040-01-01T00:00:00Z")).in(ZONE).build());
        noteDown("2001a", -4);

        assertThat(replan.zones(connection -> {})).isZero();
        for (var job : new UUID[] {off, elsewhere, once}) {
            assertThat(scene.read(job).job().version()).isEqualTo(1);
        }
    }

    @Test
    void whereTheTermIsOverNothingIsWritten() {
        var job = scene.create(aJob().every("0 9 * * *").in(ZONE).build());
        var next = Instant.parse("2040-01-11T13:00:00Z");
        plan(job, Instant.parse("2040-01-10T13:00:00Z"), next);
        noteDown("2001a", -4);

        try {
            replan.zones(
                    connection -> {
                        throw new IllegalStateException("the term is over");
                    });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("the term is over");
        }

        assertThat(scene.read(job).nextRunAt()).isEqualTo(next);
        assertThat(replan.zones(connection -> {})).isOne();
    }

    private void plan(UUID job, Instant last, Instant next) {
        scene.tracking.database.autocommit(
                connection ->
                        Sql.of(
                                        """
                                        update job_schedule
                                           set last_planned_at = :last, next_run_at = :next
                                         where job_id = :id""")
                                .with("last", last)
                                .with("next", next)
                                .with("id", job)
                                .update(connection));
    }

    private void noteDown(String version, int hours) {
        scene.tracking.database.autocommit(
                connection ->
                        Sql.of(
                                        """
                                        insert into zone_rules values (:zone, :version, :changes, now())
                                            on conflict (zone) do update
                                           set version = excluded.version, changes = excluded.changes""")
                                .with("zone", ZONE)
                                .with("version", version)
                                .with("changes", "0:" + hours * HOUR)
                                .update(connection));
    }

    private long count(String sql, UUID id) {
        return scene.tracking.database.autocommit(
                connection ->
                        Sql.of(sql)
                                .with("id", sql.contains("audit") ? id.toString() : id)
                                .one(connection, row -> row.number("n")));
    }

    private void execute(String sql) {
        scene.tracking.database.autocommit(connection -> Sql.of(sql).update(connection));
    }
}
