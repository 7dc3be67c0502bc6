package io.milvaion.scheduler.mend.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.run.tracking.Reported;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.state.ending.FailureCause;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailuresIT {

    private TrackingScene scene;
    private Failures failures;
    private FailureGroups groups;

    @BeforeEach
    void open() {
        scene = new TrackingScene();
        failures = new Failures(scene.database, scene.heard);
        groups = new FailureGroups(scene.database);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void eachRunIsListedWithItsCause() {
        var exhausted = failed(scene.job(0, "retry"), "E: 1", false);
        var permanent = failed(scene.job(3, "retry"), "E: 2", true);
        var unknown = scene.run(scene.job(3, "unknown"), Stage.READY);
        var lost = scene.run(scene.job(0, "retry"), Stage.READY);
        scene.tracker.recordLost(
                List.of(Reported.lost(unknown, 1, "w"), Reported.lost(lost, 1, "w")), c -> {});
        var stopped = scene.run(scene.job(3, "retry"), Stage.READY);
        scene.execute("update occurrences set cancel_requested_at = now() where id = ?", stopped);
        scene.failed(stopped, 1, "E", "E: 3", false);
        var timedOut = scene.run(scene.job(0, "retry"), Stage.READY);
        scene.ended(timedOut, 1, OccurrenceState.TIMED_OUT);

        assertThat(causes(exhausted, permanent, unknown, lost, stopped, timedOut))
                .containsExactly(
                        FailureCause.EXHAUSTED,
                        FailureCause.PERMANENT,
                        FailureCause.UNKNOWN,
                        FailureCause.WORKER_LOST,
                        FailureCause.STOPPED,
                        FailureCause.TIMED_OUT);
    }

    @Test
    void aListShowsWhatItsFilterAsksForAndGoesOnAfterThePage() {
        var job = scene.job(0, "retry");
        var runs = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            runs.add(failed(job, "E: disk " + i + " is full", i == 2));
        }
        var all = failures.list(of(job, null, null), null, 10);

        assertThat(ids(all)).containsExactlyInAnyOrderElementsOf(runs);
        assertThat(ids(failures.list(of(job, null, null), all.get(1).occurrenceId(), 2)))
                .containsExactly(all.get(2).occurrenceId(), all.get(3).occurrenceId());
        assertThat(ids(failures.list(of(job, FailureCause.PERMANENT, null), null, 10)))
                .containsExactly(runs.get(2));
        failures.resolve(runs.get(0), "ann", "was me");
        assertThat(ids(failures.list(of(job, null, true), null, 10))).containsExactly(runs.get(0));
        assertThat(failures.list(of(job, null, false), null, 10)).hasSize(4);
        assertThat(failures.require(runs.get(0)).resolvedBy()).isEqualTo("ann");
        assertThat(failures.require(runs.get(0)).note()).isEqualTo("was me");
    }

    @Test
    void countsOfAGroupFollowEveryChange() {
        var word = "word" + UUID.randomUUID().toString().replaceAll("[^a-z]", "x");
        var job = scene.job(0, "retry");
        var first = failed(job, "E: " + word + " 1", false);
        var second = failed(job, "E: " + word + " 2", false);
        var third = failed(scene.job(0, "retry"), "E: " + word + " 3", false);

        assertThat(group(word).count()).isEqualTo(3);
        assertThat(group(word).unresolved()).isEqualTo(3);
        assertThat(group(word).errorGroup()).isEqualTo("E: " + word + " <n>");
        assertThat(group(word).sampleError()).startsWith("E: " + word);
        assertThat(group(word).jobs()).hasSize(2);
        failures.resolve(first, "ann", null);
        failures.resolve(first, "bob", "again");
        assertThat(group(word).unresolved()).isEqualTo(2);
        failures.delete(first, any -> true);
        failures.delete(second, any -> true);
        assertThat(group(word).count()).isEqualTo(1);
        assertThat(group(word).unresolved()).isEqualTo(1);
        failures.delete(third, any -> true);
        assertThat(groups.list(null, word, null, null, 10, Reach.EVERYTHING)).isEmpty();
    }

    @Test
    void deletingTakesTheEntryAndNothingElse() {
        var job = scene.job(0, "retry");
        var run = failed(job, "E: x", false);

        failures.delete(run, any -> true);

        assertThat(scene.state(run)).isEqualTo("3#1");
        assertThat(scene.one("select error from occurrences where id = ?", run)).isEqualTo("E: x");
        assertThat(scene.one("select count(*) from job_schedule where job_id = ?", job))
                .isEqualTo("1");
        assertThatThrownBy(() -> failures.delete(run, any -> true))
                .isInstanceOf(NotFound.class)
                .extracting("what")
                .isEqualTo(NotFound.What.FAILED_OCCURRENCE);
        assertThatThrownBy(() -> failures.resolve(run, "ann", null))
                .isInstanceOf(NotFound.class)
                .extracting("what")
                .isEqualTo(NotFound.What.FAILED_OCCURRENCE);
    }

    @Test
    void manyAreChangedInPortions() {
        var job = scene.job(0, "retry");
        var other = failed(scene.job(0, "retry"), "E: other", false);
        scene.execute(
                """
                insert into failed_occurrences (occurrence_id, job_id, job_type, state, cause,
                                                ended_at, error_group, group_id)
                select gen_random_uuid(), ?, 'noop', 3, 'exhausted', now(), 'many', 'many'
                  from generate_series(1, 4500)""",
                job);

        var resolved = failures.resolveAll(of(job, null, null), "ann", "all of them");
        var again = failures.resolveAll(of(job, null, null), "bob", null);
        assertThat(resolved).isEqualTo(new Progress(4_500, true));
        assertThat(again).isEqualTo(new Progress(0, true));
        assertThat(
                        scene.one(
                                """
                                select count(*) from failed_occurrences
                                 where job_id = ? and resolved_by = 'ann' and note = 'all of them'""",
                                job))
                .isEqualTo("4500");
        assertThat(scene.one("select unresolved from failure_groups where id = 'many'"))
                .isEqualTo("0");

        assertThat(failures.deleteAll(of(job, null, true)).count()).isEqualTo(4_500);
        assertThat(failures.list(of(job, null, null), null, 10)).isEmpty();
        assertThat(scene.one("select count from failure_groups where id = 'many'")).isEqualTo("0");
        assertThat(failures.require(other).resolvedAt()).isNull();
    }

    private UUID failed(UUID job, String error, boolean permanent) {
        var run = scene.run(job, Stage.READY);
        scene.failed(run, 1, "E", error, permanent);
        return run;
    }

    private List<FailureCause> causes(UUID... runs) {
        return List.of(runs).stream().map(run -> failures.require(run).cause()).toList();
    }

    private FailureGroup group(String word) {
        var found = groups.list(null, word, null, null, 10, Reach.EVERYTHING);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static FailureFilter of(UUID job, FailureCause cause, Boolean resolved) {
        return new FailureFilter(
                job, null, null, cause, null, resolved, null, null, null, Reach.EVERYTHING);
    }

    private static List<UUID> ids(List<FailedOccurrence> failed) {
        return failed.stream().map(FailedOccurrence::occurrenceId).toList();
    }
}
