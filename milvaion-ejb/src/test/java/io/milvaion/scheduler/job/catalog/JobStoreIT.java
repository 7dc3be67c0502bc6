package io.milvaion.scheduler.job.catalog;

import static io.milvaion.scheduler.job.definition.JobBuilder.aJob;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.job.autodisable.Breaker;
import io.milvaion.scheduler.job.version.Change;
import io.milvaion.scheduler.job.version.JobVersion;
import io.milvaion.scheduler.job.version.JobVersions;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
        assertThat(newest.kind()).isEqualTo("auto-disabled");
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
        assertThat(Services.database().read(Breaker::undone)).doesNotContain(id);
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
        assertThat(versions.list(id, null, 1).get(0).kind()).isEqualTo("auto-enabled");
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
        assertThat(versions.diff(id, 1, 3)).isEmpty();
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
                .containsExactly("deleted", "created");
        execute("update job_failures set tripped_at = now() where job_id = ?", id);
        assertThat(disable(id)).isEmpty();
    }

    @Test
    void jobsOfAListAreCountedToALimit() {
        var tag = UUID.randomUUID();
        enter(tag, 1, JobPage.COUNTED);

        assertThat(list(tag).total()).isEqualTo(JobPage.COUNTED);
        assertThat(list(tag).totalIsLowerBound()).isFalse();
        enter(tag, JobPage.COUNTED + 1, JobPage.COUNTED + 1);

        assertThat(list(tag).total()).isEqualTo(JobPage.COUNTED);
        assertThat(list(tag).totalIsLowerBound()).isTrue();
        assertThat(list(tag).jobs()).hasSize(3);
        execute("update jobs set deleted_at = now() where tags @> array[?::text]", tag);
        assertThat(list(tag).total()).isZero();
    }

    /** Stores jobs with a tag. */
    private static void enter(UUID tag, int from, int to) {
        execute(
                """
                with made as (
                    insert into jobs (id, display_name, tags, job_type)
                    select gen_random_uuid(), 'job ' || n, array[?::text], 'noop'
                      from generate_series(%d, %d) n
                    returning id)
                insert into job_schedule (job_id, definition_version, gated)
                select id, 1, false from made"""
                        .formatted(from, to),
                tag);
    }

    private JobPage list(UUID tag) {
        return scene.reading(
                reads ->
                        reads.list(
                                new JobFilter(
                                        0,
                                        3,
                                        JobFilter.Sort.CREATED_AT,
                                        true,
                                        null,
                                        tag.toString(),
                                        null)));
    }

    private UUID create(Integer autoEnableAfterSeconds) {
        return scene.create(
                aJob().overlap(OverlapPolicy.PARALLEL)
                        .disabledAfter(5)
                        .enabledAfter(autoEnableAfterSeconds)
                        .build());
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
