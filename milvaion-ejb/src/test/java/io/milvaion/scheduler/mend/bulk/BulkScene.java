package io.milvaion.scheduler.mend.bulk;

import static io.milvaion.scheduler.job.definition.JobBuilder.aJob;

import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.job.catalog.JobFilter;
import io.milvaion.scheduler.job.catalog.JobScene;
import io.milvaion.scheduler.mend.deadletter.Failures;
import io.milvaion.scheduler.mend.deadletter.Letters;
import io.milvaion.scheduler.mend.operation.BulkOperation;
import io.milvaion.scheduler.mend.operation.NewOperation;
import io.milvaion.scheduler.mend.operation.OperationStep;
import io.milvaion.scheduler.mend.operation.Operations;
import io.milvaion.scheduler.mend.operation.Starter;
import io.milvaion.scheduler.run.leader.Term;
import io.milvaion.scheduler.run.leader.TermFence;
import io.milvaion.scheduler.run.trigger.ManualTrigger;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.gate.RunLimits;
import io.milvaion.scheduler.state.publish.QueueDepths;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Jobs with a tag of their own, and leaders that do something to all of them. */
@SuppressWarnings("UnnecessaryAssignment") // there is no container here
final class BulkScene implements AutoCloseable {

    /** A process that ends here: nothing catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    static final Starter ADA = Starter.named("ada");

    final JobScene jobs = new JobScene();
    final String tag = "t" + UUID.randomUUID();
    final Operations operations = new Operations(jobs.tracking.database, jobs.tracking.heard);
    final Bulk bulk = new Bulk(jobs.tracking.database, operations);
    private final BrokerLink link = Services.broker();

    /** A node that dies, if it is told to, when it has done so many items and marked none. */
    final class Node {
        int diesAfter = Integer.MAX_VALUE;

        private final ItemWork work =
                new ItemWork() {
                    @Override
                    boolean on(BulkOperation operation, String data, UUID item) {
                        boolean marks = super.on(operation, data, item);
                        if (--diesAfter == 0) {
                            throw new Killed();
                        }
                        return marks;
                    }
                };
        final ItemStep step = new ItemStep(jobs.tracking.database, work);

        Node() {
            work.jobs = jobs.jobs;
            work.trigger =
                    new ManualTrigger(
                            jobs.tracking.database,
                            jobs.tracking.index,
                            jobs.tracking.published,
                            new QueueDepths(link, new RedisClock()),
                            jobs.tracking.heard,
                            new RunLimits(1_000, 100_000));
            work.cancellation = jobs.cancellation();
            work.failures = new Failures(jobs.tracking.database, jobs.tracking.heard);
            work.letters = new Letters(jobs.tracking.database);
        }
    }

    static OperationStep.Part part(UUID after) {
        return new OperationStep.Part(after, 100, Reach.EVERYTHING);
    }

    TermFence nextTerm() {
        return new TermFence(
                new Term(
                        Long.parseLong(
                                jobs.tracking.one(
                                        "update leader_terms set term = term + 1 returning term"))));
    }

    List<UUID> tagged(int count) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            ids.add(jobs.create(aJob().every("0 0 0 1 1 *").tagged(tag).build()));
        }
        return ids;
    }

    Selection ofTag() {
        return Selection.jobs(
                new JobFilter(
                        JobFilter.Sort.CREATED_AT,
                        true,
                        null,
                        tag,
                        null,
                        null,
                        null,
                        null,
                        1,
                        0,
                        Reach.EVERYTHING));
    }

    BulkOperation begin(BulkAction action, Selection selection, String... tags) {
        return begin(action, selection, ADA, tags);
    }

    BulkOperation begin(BulkAction action, Selection selection, Starter by, String... tags) {
        return bulk.begin(
                new NewOperation(
                        null,
                        action.target().wire(),
                        action.wire(),
                        "{}",
                        new NewOperation.Arguments(null, null, false, List.of(tags)),
                        null,
                        "because",
                        by),
                selection);
    }

    /** Has a new leader work until nothing waits any more. */
    void work(BulkOperation operation) {
        var node = new Node();
        var fence = nextTerm();
        UUID after = null;
        do {
            after = node.step.run(operation, part(after), fence).after();
        } while (after != null);
    }

    String counts(BulkOperation operation) {
        var now = operations.find(operation.id()).orElseThrow();
        return "%s %d %d %d".formatted(now.state().wire(), now.total(), now.done(), now.failed());
    }

    @Override
    public void close() {
        link.close();
        jobs.close();
    }
}
