package io.milvaion.scheduler.job.plan;

import static io.milvaion.scheduler.job.definition.JobBuilder.aJob;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.job.catalog.JobScene;
import io.milvaion.scheduler.job.definition.JobBuilder;
import io.milvaion.scheduler.state.occurrence.OccurrenceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("UnnecessaryAssignment") // there is no container here
class DelayedRunsIT {

    private static final JobBuilder DELAYED = aJob().delayed("PT5M");
    private final Instant later =
            Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);

    private final JobScene scene = new JobScene();
    private final DelayedRuns delayed = delayed();

    private DelayedRuns delayed() {
        var runs = new DelayedRuns();
        runs.database = scene.tracking.database;
        return runs;
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Instant next(UUID job) {
        return scene.read(job).nextRunAt();
    }

    /** As the dispatcher does it. */
    private UUID dispatched(UUID job) {
        var planned = next(job);
        var id = OccurrenceId.planned(job, planned);
        scene.tracking.execute(
                """
                insert into occurrences (id, job_id, job_version, job_type, planned_at, state, stage)
                values (?, ?, 1, 'x', ?, 0, 0)""",
                id,
                job,
                planned.atOffset(ZoneOffset.UTC));
        advance(job);
        return id;
    }

    private void advance(UUID job) {
        scene.tracking.execute(
                """
                update job_schedule set last_planned_at = next_run_at, next_run_at = null,
                                        synced_version = definition_version
                 where job_id = ?""",
                job);
    }

    private void end(UUID occurrence, int state, Instant at) {
        scene.tracking.execute(
                "update occurrences set state = ?, stage = null, ended_at = ? where id = ?",
                state,
                at.atOffset(ZoneOffset.UTC),
                occurrence);
    }

    @Test
    void theFirstRunIsAtOnceOrAtTheStart() {
        var now = scene.create(DELAYED.build());
        var put = scene.create(DELAYED.from(later).build());

        assertThat(next(now)).isBetween(Instant.now().minusSeconds(20), Instant.now());
        assertThat(next(put)).isEqualTo(later);
        assertThat(delayed.plan()).isZero();
    }

    /** Completed, failed, cancelled, timed out and unknown. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void theNextRunFollowsTheEndHoweverTheRunEnded(int state) {
        var job = scene.create(DELAYED.build());
        var run = dispatched(job);

        assertThat(delayed.plan()).as("while it runs").isZero();
        end(run, state, later);

        assertThat(delayed.plan()).isOne();
        assertThat(next(job)).isEqualTo(later.plus(Duration.ofMinutes(5)));
        assertThat(
                        scene.tracking.one(
                                "select synced_version from job_schedule where job_id = ?", job))
                .isEqualTo("0");
        assertThat(delayed.plan()).as("planned already").isZero();
    }

    @Test
    void aSkippedRunCountsAsEndedWhenItWasSkipped() {
        var job = scene.create(DELAYED.build());
        scene.tracking.execute(
                """
                insert into skipped_runs (id, job_id, planned_at, last_at, count, reason, created_at)
                select ?, job_id, next_run_at, next_run_at, 1, 'overlap', ?
                  from job_schedule where job_id = ?""",
                OccurrenceId.planned(job, next(job)),
                later.atOffset(ZoneOffset.UTC),
                job);
        advance(job);

        assertThat(delayed.plan()).isOne();
        assertThat(next(job)).isEqualTo(later.plus(Duration.ofMinutes(5)));
    }

    @Test
    void aRunWhoseRecordIsGoneCountsFromItsPlan() {
        var job = scene.create(DELAYED.from(later).build());
        advance(job);

        assertThat(delayed.plan()).isOne();
        assertThat(next(job)).isEqualTo(later.plus(Duration.ofMinutes(5)));
    }

    @Test
    void whoWasAwayForLongerThanTheDelayRunsWhenItIsBack() {
        var job = scene.create(DELAYED.build());
        end(dispatched(job), 2, Instant.now().minus(Duration.ofDays(3)));
        scene.tracking.execute("update jobs set active = false where id = ?", job);
        assertThat(delayed.plan()).isZero();
        scene.tracking.execute(
                "update jobs set active = true, updated_at = clock_timestamp() where id = ?", job);

        assertThat(delayed.plan()).isOne();
        assertThat(next(job)).isBetween(Instant.now().minusSeconds(20), Instant.now());
    }

    @Test
    void noMoreRunsThanAllowed() {
        var job = scene.create(DELAYED.from(later).times(2).build());
        end(dispatched(job), 2, later);
        assertThat(delayed.plan()).isOne();
        end(dispatched(job), 2, later.plusSeconds(600));

        assertThat(delayed.plan()).isZero();
        assertThat(next(job)).isNull();
    }

    @Test
    void nothingAfterTheEnd() {
        var job = scene.create(DELAYED.from(later).until(later.plusSeconds(400)).build());
        end(dispatched(job), 2, later.plusSeconds(100));
        assertThat(delayed.plan()).isOne();
        end(dispatched(job), 2, later.plusSeconds(401));

        assertThat(delayed.plan()).isZero();
        assertThat(next(job)).isNull();
    }

    @Test
    void nothingIsRepairedThatIsRight() {
        var job = scene.create(DELAYED.build());
        assertThat(repaired(job)).isEmpty();
        dispatched(job);
        assertThat(repaired(job)).isEmpty();
    }

    private Optional<PlanRepair.Result> repaired(UUID job) {
        return scene.tracking.database.transaction(
                connection -> PlanRepair.repair(connection, job));
    }
}
