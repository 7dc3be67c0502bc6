package io.milvaion.scheduler.job.catalog;

import static io.milvaion.scheduler.job.definition.JobBuilder.aJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.milvaion.contract.ClaimField;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.job.definition.Draft;
import io.milvaion.scheduler.job.version.Change;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobsIT {

    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    private final JobScene scene = new JobScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aNewJobThatIsNotAllowedIsRefusedAndNotStored() {
        var name = "not allowed " + UUID.randomUUID();
        var wanted = Draft.of(aJob().named(name).every("61 * * * *").retries(-1).build());

        assertThat(wrongFields(() -> scene.jobs.create(wanted, "ada", null, Writing.ANYTHING)))
                .containsExactly("cronExpression.minute", "maxRetries");
        assertThat(scene.tracking.one("select count(*) from jobs where display_name = ?", name))
                .isEqualTo("0");
        assertThat(scene.tracking.events()).isEmpty();
    }

    @Test
    void aZoneThatSomeNodesDoNotKnowIsRefusedAsLongAsItIsNew() {
        var job = aJob().in("Asia/Tokyo").build();
        var id = scene.create(job);
        scene.ignorant = List.of("old-1 (2025a)");

        assertThatThrownBy(() -> scene.create(job))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("timeZone")
                .hasMessageContaining("old-1 (2025a)");
        assertThat(
                        scene.jobs
                                .edit(
                                        id,
                                        ExpectedVersion.ANY,
                                        before ->
                                                Draft.of(
                                                        aJob().in("Asia/Tokyo").named("b").build()),
                                        "ada",
                                        Writing.ANYTHING)
                                .job()
                                .version())
                .as("what it has it keeps")
                .isEqualTo(2);
    }

    @Test
    void whatCouldNotBeReadIsNamedWithTheRest() {
        var unreadable = List.of(new Violation("executeAt", "This must be text."));
        var wanted = aJob().named("").every(null).build();

        assertThat(
                        wrongFields(
                                () ->
                                        scene.jobs.create(
                                                new Draft(wanted, unreadable),
                                                "ada",
                                                null,
                                                Writing.ANYTHING)))
                .containsExactly("executeAt", "displayName");
    }

    @Test
    void anEditThatIsNotAllowedIsRefusedAndNotStored() {
        var id = scene.create(aJob().build());
        var before = scene.read(id);

        assertThat(
                        wrongFields(
                                () ->
                                        scene.jobs.edit(
                                                id,
                                                ExpectedVersion.ANY,
                                                job -> Draft.of(aJob().named(" ").build()),
                                                "ada",
                                                Writing.ANYTHING)))
                .containsExactly("displayName");
        assertThat(scene.read(id).job().definition()).isEqualTo(before.job().definition());
        assertThat(scene.read(id).job().version()).isEqualTo(1);
        assertThat(scene.versions.list(id, null, 9)).hasSize(1);
    }

    @Test
    void aVersionThatIsNotAllowedAnyMoreIsNotRestored() {
        var past = aJob().onceAt(LONG_AGO).build();
        var id =
                scene.in(store -> store.create(null, past, Change.created("ada")))
                        .planned()
                        .job()
                        .id();
        scene.jobs.edit(
                id, ExpectedVersion.ANY, job -> Draft.of(aJob().build()), "ada", Writing.ANYTHING);

        assertThat(
                        wrongFields(
                                () ->
                                        scene.jobs.restore(
                                                id,
                                                1,
                                                ExpectedVersion.ANY,
                                                "ada",
                                                Writing.ANYTHING)))
                .containsExactly("executeAt");
        assertThat(scene.read(id).job().version()).isEqualTo(2);
    }

    @Test
    void deletingAJobCancelsItsQueuedAndHeldRuns() {
        var id = scene.create(aJob().overlap(OverlapPolicy.QUEUE).build());
        var queued = scene.tracking.run(id, Stage.READY);
        var held = scene.tracking.run(id, Stage.HELD);

        scene.jobs.delete(id, ExpectedVersion.ANY, "ada");

        assertThat(scene.tracking.state(queued)).isEqualTo("4#1");
        assertThat(scene.tracking.state(held)).isEqualTo("4#1");
        assertThat(scene.tracking.isOpen(queued)).isFalse();
        assertThat(scene.tracking.isOpen(held)).isFalse();
        assertThat(gate(id)).isEqualTo("0 open, 0 held");
        assertThat(scene.tracking.published.runs()).isEmpty();
    }

    @Test
    void deactivatingAJobCancelsItsHeldRunsOnly() {
        var id = scene.create(aJob().overlap(OverlapPolicy.QUEUE).build());
        var queued = scene.tracking.run(id, Stage.READY);
        var held = scene.tracking.run(id, Stage.HELD);

        scene.jobs.edit(
                id,
                ExpectedVersion.ANY,
                job -> Draft.of(job.withActive(false)),
                "ada",
                Writing.ANYTHING);

        assertThat(scene.tracking.state(queued)).isEqualTo("0/0#1");
        assertThat(scene.signals.isSet(queued)).isFalse();
        assertThat(scene.tracking.state(held)).isEqualTo("4#1");
        assertThat(gate(id)).isEqualTo("1 open, 0 held");
    }

    @Test
    void noWaitingMessageStartsARunOfADeletedJob() {
        var id = scene.create(aJob().overlap(OverlapPolicy.PARALLEL).build());
        var waiting = scene.tracking.run(id, Stage.READY);

        scene.in(
                store -> {
                    var deleted = store.delete(id, ExpectedVersion.ANY, Change.deleted("ada"));
                    assertThat(scene.signals.isSet(waiting)).as("before the commit").isTrue();
                    assertThat(scene.tracking.state(waiting)).isEqualTo("0/0#1");
                    return deleted;
                });

        assertThat(scene.signals.isSet(waiting)).isTrue();
        assertThat(scene.tracking.state(waiting)).isEqualTo("4#1");
    }

    @Test
    void aRunThatAWorkerHasStartedOutlivesItsJob() {
        var id = scene.create(aJob().overlap(OverlapPolicy.PARALLEL).build());
        var started = scene.tracking.run(id, Stage.READY);
        scene.tracking.claim(started, 1, ClaimField.RUNNING, 60);

        scene.jobs.delete(id, ExpectedVersion.ANY, "ada");

        assertThat(scene.tracking.state(started)).isEqualTo("0/0#1");
        assertThat(scene.signals.isSet(started)).isFalse();
        assertThat(scene.tracking.isOpen(started)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {ClaimField.DONE, ClaimField.RUNNING})
    void whatIsLeftOfAnEarlierAttemptKeepsNoRunOfADeletedJobOpen(String left) {
        var id = scene.create(aJob().overlap(OverlapPolicy.PARALLEL).build());
        var retried = scene.tracking.run(id, Stage.READY);
        scene.tracking.execute("update occurrences set attempt = 2 where id = ?", retried);
        scene.tracking.claim(retried, 1, left, 60);

        scene.jobs.delete(id, ExpectedVersion.ANY, "ada");

        assertThat(scene.tracking.state(retried)).isEqualTo("4#2");
        assertThat(scene.signals.isSet(retried)).isTrue();
    }

    private String gate(UUID job) {
        return scene.tracking.one(
                """
                select open_count || ' open, ' || held_count || ' held'
                  from job_schedule where job_id = ?""",
                job);
    }

    @Test
    void aJobWithAGivenIdIsCreatedOnce() {
        var id = UUID.randomUUID();
        var draft = Draft.of(aJob().named("once").build());

        var first = scene.jobs.create(draft, "ada", id, Writing.ANYTHING);
        var again = scene.jobs.create(draft, "ada", id, Writing.ANYTHING);

        assertThat(first.job().id()).isEqualTo(id);
        assertThat(again.job().id()).isEqualTo(id);
        assertThat(again.job().version()).isEqualTo(1);
        assertThat(scene.versions.list(id, null, 10)).hasSize(1);
    }

    private static List<String> wrongFields(ThrowingCallable call) {
        return catchThrowableOfType(InvalidInput.class, call).violations().stream()
                .map(Violation::field)
                .toList();
    }
}
