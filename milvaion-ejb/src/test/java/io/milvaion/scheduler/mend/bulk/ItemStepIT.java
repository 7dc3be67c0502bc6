package io.milvaion.scheduler.mend.bulk;

import static io.milvaion.scheduler.job.definition.JobBuilder.aJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.job.catalog.ExpectedVersion;
import io.milvaion.scheduler.job.catalog.Writing;
import io.milvaion.scheduler.job.definition.Draft;
import io.milvaion.scheduler.mend.deadletter.FailureFilter;
import io.milvaion.scheduler.mend.deadletter.LetterFilter;
import io.milvaion.scheduler.mend.operation.BulkOperation;
import io.milvaion.scheduler.mend.operation.OperationHasEnded;
import io.milvaion.scheduler.mend.operation.OperationRounds;
import io.milvaion.scheduler.mend.operation.OperationState;
import io.milvaion.scheduler.mend.operation.Operations;
import io.milvaion.scheduler.mend.operation.Starter;
import io.milvaion.scheduler.people.account.SomeAccount;
import io.milvaion.scheduler.people.caller.LastingRights;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.run.leader.TermOver;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import io.milvaion.scheduler.state.occurrence.OccurrenceFilter;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemStepIT {

    private BulkScene scene;

    @BeforeEach
    void open() {
        scene = new BulkScene();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whatADryRunCountsIsDoneAndNothingThatComesLater() {
        scene.tagged(45);
        var tried = scene.bulk.tryOut(scene.ofTag());
        assertThat(tried.items()).hasSize(10);
        assertThat(active()).isEqualTo("45");

        var operation = scene.begin(BulkAction.DEACTIVATE_JOBS, scene.ofTag());
        scene.tagged(3);
        scene.work(operation);

        assertThat(operation.total()).isEqualTo(tried.total()).isEqualTo(45);
        assertThat(scene.counts(operation)).isEqualTo("completed 45 45 0");
        assertThat(active()).isEqualTo("3");
        assertThat(
                        scene.jobs.tracking.one(
                                """
                                select string_agg(distinct v.changed_by, ' ')
                                  from job_versions v join jobs j on j.id = v.job_id
                                 where j.tags @> array[?::text] and not j.active""",
                                scene.tag))
                .isEqualTo("ada");
        assertThat(scene.bulk.tryOut(scene.ofTag()).total()).isEqualTo(48);
    }

    @ParameterizedTest
    @EnumSource(names = {"TRIGGER_JOBS", "DELETE_JOBS", "TAG_JOBS", "DEACTIVATE_JOBS"})
    void leadersThatDieBeforeTheyMarkDoNoItemTwice(BulkAction action) {
        scene.tagged(47);
        var operation =
                action.needsTags()
                        ? scene.begin(action, scene.ofTag(), "new")
                        : scene.begin(action, scene.ofTag());
        for (int death : new int[] {1, 7, 20, 3}) {
            var node = scene.new Node();
            var fence = scene.nextTerm();
            node.diesAfter = death;
            assertThatThrownBy(() -> node.step.run(operation, BulkScene.part(null), fence))
                    .isInstanceOf(BulkScene.Killed.class);
        }
        scene.work(operation);

        assertThat(scene.counts(operation)).isEqualTo("completed 47 47 0");
        assertThat(changes()).as("each job was changed once").isEqualTo("47");
    }

    @Test
    void aLeaderWhoseTermIsOverMarksNothing() {
        scene.tagged(3);
        var operation = scene.begin(BulkAction.TAG_JOBS, scene.ofTag(), "new");
        var old = scene.nextTerm();
        scene.nextTerm();

        assertThatThrownBy(() -> scene.new Node().step.run(operation, BulkScene.part(null), old))
                .isInstanceOf(TermOver.class);
        assertThat(scene.counts(operation)).isEqualTo("pending 3 0 0");
        scene.work(operation);

        assertThat(scene.counts(operation)).isEqualTo("completed 3 3 0");
        assertThat(changes()).isEqualTo("3");
    }

    @Test
    void itemsThatStayAsTheyAreAreListedWithTheReason() {
        var ids = scene.tagged(4);
        var deleted = ids.get(0);
        var crowded = ids.get(1);
        scene.jobs.jobs.edit(
                crowded,
                ExpectedVersion.ANY,
                job -> Draft.of(job.withTags(many(scene.tag, 50))),
                "bob",
                Writing.ANYTHING);
        var operation = scene.begin(BulkAction.TAG_JOBS, scene.ofTag(), "one more");
        scene.jobs.jobs.delete(deleted, ExpectedVersion.ANY, "bob");
        scene.work(operation);

        assertThat(scene.counts(operation)).isEqualTo("completed 4 2 2");
        assertThat(scene.operations.failures(operation.id(), null, 10))
                .extracting(Operations.Failure::id)
                .containsExactlyInAnyOrder(deleted, crowded);
        assertThat(failure(operation, deleted)).contains("There is no job");
        assertThat(failure(operation, crowded)).contains("At most 50 tags");
    }

    @Test
    void aRunThatThePolicyOfItsJobRefusesFailsAndOthersAreMade() {
        var free = scene.tagged(2);
        var skip =
                scene.jobs.create(aJob().every("0 0 0 1 1 *").tagged(scene.tag).overlap(0).build());
        scene.jobs.tracking.run(skip, Stage.READY);
        scene.work(scene.begin(BulkAction.TRIGGER_JOBS, scene.ofTag()));

        assertThat(runsOf(free.get(0))).isEqualTo("1");
        assertThat(runsOf(skip)).isEqualTo("1");
    }

    @Test
    void aCancelledOperationKeepsWhatItHasDone() {
        scene.tagged(50);
        var operation = scene.begin(BulkAction.DEACTIVATE_JOBS, scene.ofTag());
        var fence = scene.nextTerm();
        var first = scene.new Node().step.run(operation, BulkScene.part(null), fence);
        scene.operations.change(operation, OperationState.CANCELLED);
        // the step that was under way
        scene.new Node().step.run(operation, BulkScene.part(first.after()), fence);

        assertThat(scene.counts(operation)).isEqualTo("cancelled 50 40 0");
        assertThat(active()).isEqualTo("10");
        assertThatThrownBy(() -> scene.operations.change(operation, OperationState.RUNNING))
                .isInstanceOf(OperationHasEnded.class);
    }

    @Test
    void twoOperationsOnTheSameJobsAreBothDone() {
        scene.tagged(25);
        var one = scene.begin(BulkAction.TAG_JOBS, scene.ofTag(), "blue");
        var other = scene.begin(BulkAction.DEACTIVATE_JOBS, scene.ofTag());
        var rounds = rounds();
        var fence = scene.nextTerm();
        while (!ended(one) || !ended(other)) {
            rounds.round(fence);
        }

        assertThat(scene.counts(one)).isEqualTo("completed 25 25 0");
        assertThat(scene.counts(other)).isEqualTo("completed 25 25 0");
        assertThat(active()).isEqualTo("0");
        assertThat(
                        scene.jobs.tracking.one(
                                "select count(*) from jobs where tags @> array[?::text, 'blue']",
                                scene.tag))
                .isEqualTo("25");
        assertThat(scene.jobs.tracking.events()).contains("operation.updated");
    }

    @Test
    void anOperationEndsWithTheRightOfWhoeverHasBegunIt() {
        scene.tagged(45);
        var database = scene.jobs.tracking.database;
        var account = SomeAccount.in(database, "Developer");
        var by = new Starter(account.name(), account.id(), null, Permission.JOB_WRITE);
        var operation = scene.begin(BulkAction.DEACTIVATE_JOBS, scene.ofTag(), by);
        var rounds = rounds();
        rounds.round(scene.nextTerm());
        assertThat(scene.counts(operation)).isEqualTo("running 45 20 0");

        scene.jobs.tracking.execute(
                "update account_roles set role = 'Viewer' where account_id = ?", account.id());
        rounds.round(scene.nextTerm());

        assertThat(scene.counts(operation)).isEqualTo("failed 45 20 0");
        assertThat(scene.operations.find(operation.id()).orElseThrow().endedBecause())
                .contains(account.name());
        assertThat(active()).isEqualTo("25");
    }

    @Test
    void rightsLastAsLongAsTheAccountAndTheKeyThatWasShown() {
        var database = scene.jobs.tracking.database;
        var account = SomeAccount.in(database, "Developer");
        var key = UUID.randomUUID();
        scene.jobs.tracking.execute(
                """
                insert into api_keys (id, account_id, name, prefix, hash, permissions, created_at,
                                      created_by)
                values (?, ?, 'k', 'mvk_x', decode(md5(?), 'hex'), '{Job.Write}', now(), 'test')""",
                key,
                account.id(),
                key.toString());
        var rights = new LastingRights(database);

        assertThat(rights.reach(account.id(), null, Permission.JOB_TRIGGER))
                .isEqualTo(Reach.EVERYTHING);
        assertThat(rights.reach(account.id(), null, Permission.USER_WRITE))
                .isEqualTo(Reach.NOTHING);
        assertThat(rights.reach(account.id(), key, Permission.JOB_WRITE))
                .isEqualTo(Reach.EVERYTHING);
        assertThat(rights.reach(account.id(), key, Permission.JOB_TRIGGER))
                .isEqualTo(Reach.NOTHING);
        assertThat(rights.reach(account.id(), UUID.randomUUID(), Permission.JOB_WRITE))
                .isEqualTo(Reach.NOTHING);
        scene.jobs.tracking.execute("update api_keys set revoked_at = now() where id = ?", key);
        assertThat(rights.reach(account.id(), key, Permission.JOB_WRITE)).isEqualTo(Reach.NOTHING);
        scene.jobs.tracking.execute(
                "update accounts set enabled = false where id = ?", account.id());
        assertThat(rights.reach(account.id(), null, Permission.JOB_WRITE)).isEqualTo(Reach.NOTHING);
    }

    @Test
    void whatIsOpenOfAJobIsCancelledAndWhatHasEndedOtherwiseIsNot() {
        var job = scene.jobs.tracking.job(OverlapPolicy.PARALLEL, 0, "retry");
        var open = scene.jobs.tracking.run(job, Stage.READY);
        var ends = scene.jobs.tracking.run(job, Stage.READY);
        var ended = scene.jobs.tracking.run(job, Stage.READY);
        scene.jobs.tracking.failed(ended, 1, "E", "E: it broke", false);
        var operation = scene.begin(BulkAction.CANCEL_RUNS, openRuns(job));
        scene.jobs.tracking.failed(ends, 1, "E", "E: it broke", false);
        scene.work(operation);

        assertThat(scene.counts(operation)).isEqualTo("completed 2 1 1");
        assertThat(scene.jobs.tracking.state(open)).isEqualTo("4#1");
        assertThat(failure(operation, ends)).contains("has ended already");
    }

    @Test
    void failuresAreResolvedAndDeletedAndSoAreLetters() {
        var job = scene.jobs.tracking.job(OverlapPolicy.PARALLEL, 0, "retry");
        for (int i = 0; i < 3; i++) {
            var run = scene.jobs.tracking.run(job, Stage.READY);
            scene.jobs.tracking.failed(run, 1, "E", "E: it broke", false);
        }
        var filter =
                new FailureFilter(
                        job, null, null, null, null, null, null, null, null, Reach.EVERYTHING);
        var resolved =
                scene.begin(BulkAction.RESOLVE_FAILURES, Selection.unresolvedFailures(filter));
        scene.work(resolved);
        assertThat(scene.counts(resolved)).isEqualTo("completed 3 3 0");
        assertThat(
                        scene.jobs.tracking.one(
                                """
                                select string_agg(distinct resolved_by || ' ' || note, ',')
                                  from failed_occurrences where job_id = ?""",
                                job))
                .isEqualTo("ada because");

        var deleted = scene.begin(BulkAction.DELETE_FAILURES, Selection.failures(filter));
        scene.work(deleted);
        assertThat(scene.counts(deleted)).isEqualTo("completed 3 3 0");

        for (int i = 0; i < 2; i++) {
            scene.jobs.tracking.execute(
                    """
                    insert into dead_letters (id, identity, queue, reason, headers, body, body_bytes)
                    values (?, decode(md5(?), 'hex'), ?, 'broken', '{}', '', 0)""",
                    TimeOrderedId.next(Instant.now()),
                    UUID.randomUUID().toString(),
                    scene.tag);
        }
        var letters =
                scene.begin(
                        BulkAction.DELETE_LETTERS,
                        Selection.letters(new LetterFilter(scene.tag, null, Reach.EVERYTHING)));
        scene.work(letters);
        assertThat(scene.counts(letters)).isEqualTo("completed 2 2 0");
    }

    @Test
    void nothingToDoIsDoneAtOnce() {
        var operation = scene.begin(BulkAction.DELETE_JOBS, scene.ofTag());

        assertThat(scene.counts(operation)).isEqualTo("completed 0 0 0");
        assertThat(operation.endedAt()).isNotNull();
    }

    private OperationRounds rounds() {
        var database = scene.jobs.tracking.database;
        return new OperationRounds(
                database,
                List.of(scene.new Node().step),
                new LastingRights(database),
                scene.jobs.tracking.heard,
                new Metrics());
    }

    private boolean ended(BulkOperation operation) {
        return scene.operations.find(operation.id()).orElseThrow().state().hasEnded();
    }

    private static Selection openRuns(UUID job) {
        return Selection.openRuns(
                new OccurrenceFilter(job, null, null, null, null, null, null, 1, Reach.EVERYTHING));
    }

    private String failure(BulkOperation operation, UUID item) {
        return scene.operations.failures(operation.id(), null, 100).stream()
                .filter(failure -> failure.id().equals(item))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    private static List<String> many(String first, int count) {
        return Stream.concat(Stream.of(first), IntStream.range(1, count).mapToObj(i -> "tag " + i))
                .toList();
    }

    private String active() {
        return scene.jobs.tracking.one(
                "select count(*) from jobs where active and deleted_at is null and tags @> array[?::text]",
                scene.tag);
    }

    private String runsOf(UUID job) {
        return scene.jobs.tracking.one("select count(*) from occurrences where job_id = ?", job);
    }

    /** Versions after the first, and runs, of all jobs with the tag. */
    private String changes() {
        return scene.jobs.tracking.one(
                """
                select (select count(*) from job_versions v join jobs j on j.id = v.job_id
                         where j.tags @> array[?::text] and v.version > 1)
                     + (select count(*) from occurrences o join jobs j on j.id = o.job_id
                         where j.tags @> array[?::text])""",
                scene.tag,
                scene.tag);
    }
}
