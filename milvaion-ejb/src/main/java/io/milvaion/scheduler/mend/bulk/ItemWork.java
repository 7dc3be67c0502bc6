package io.milvaion.scheduler.mend.bulk;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.ground.refusal.Refusal;
import io.milvaion.scheduler.job.catalog.ExpectedVersion;
import io.milvaion.scheduler.job.catalog.Jobs;
import io.milvaion.scheduler.job.catalog.Writing;
import io.milvaion.scheduler.job.definition.Draft;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.mend.deadletter.Failures;
import io.milvaion.scheduler.mend.deadletter.Letters;
import io.milvaion.scheduler.mend.operation.BulkOperation;
import io.milvaion.scheduler.mend.operation.OperationRows;
import io.milvaion.scheduler.run.trigger.ManualTrigger;
import io.milvaion.scheduler.run.trigger.TriggerRequest;
import io.milvaion.scheduler.state.ending.Cancellation;
import io.milvaion.scheduler.state.ending.RunHasEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What each action does to one item, in the name of whoever has begun the operation. */
@ApplicationScoped
class ItemWork {

    @Inject Jobs jobs;
    @Inject ManualTrigger trigger;
    @Inject Cancellation cancellation;
    @Inject Failures failures;
    @Inject Letters letters;

    /**
     * Brings an item into the state that is wished; harmless if it is in it already.
     *
     * @param data for new runs, or null
     * @return whether it is to be marked; else that has happened with the work
     * @throws Refusal if the item stays as it is
     */
    boolean on(BulkOperation operation, String data, UUID item) {
        var actor = operation.by().name();
        switch (BulkAction.of(operation)) {
            case ACTIVATE_JOBS -> edit(item, job -> job.withActive(true), actor);
            case DEACTIVATE_JOBS -> edit(item, job -> job.withActive(false), actor);
            case TAG_JOBS -> edit(item, job -> tagged(job, operation.tags()), actor);
            case UNTAG_JOBS -> edit(item, job -> untagged(job, operation.tags()), actor);
            case TRIGGER_JOBS -> {
                return triggered(operation.id(), item, data);
            }
            case DELETE_JOBS -> gone(() -> jobs.delete(item, ExpectedVersion.ANY, actor));
            case CANCEL_RUNS -> cancelled(item);
            case RESOLVE_FAILURES -> failures.resolve(item, actor, operation.reason());
            case DELETE_FAILURES -> gone(() -> failures.delete(item, any -> true));
            case DELETE_LETTERS -> gone(() -> letters.delete(item, any -> true));
            case REPLAY_FAILURES -> throw new IllegalStateException("replays have their own step");
        }
        return true;
    }

    /** The run and the mark of its item are one transaction: no crash makes two runs. */
    private boolean triggered(UUID operation, UUID job, String data) {
        trigger.trigger(
                new TriggerRequest(job, data, null),
                (connection, run) ->
                        OperationRows.count(
                                connection,
                                operation,
                                OperationRows.done(connection, operation, List.of(job)),
                                0));
        return false;
    }

    private void cancelled(UUID run) {
        try {
            cancellation.cancel(run);
        } catch (RunHasEnded e) {
            if (e.state() != OccurrenceState.CANCELLED) {
                throw e;
            }
        }
    }

    private void edit(UUID job, UnaryOperator<JobDefinition> change, String actor) {
        jobs.edit(
                job,
                ExpectedVersion.ANY,
                before -> Draft.of(change.apply(before)),
                actor,
                Writing.ANYTHING);
    }

    private static JobDefinition tagged(JobDefinition job, List<String> tags) {
        return job.withTags(Stream.concat(job.tags().stream(), tags.stream()).distinct().toList());
    }

    private static JobDefinition untagged(JobDefinition job, List<String> tags) {
        return job.withTags(job.tags().stream().filter(tag -> !tags.contains(tag)).toList());
    }

    /** Somebody else has deleted it already: that was the wish. */
    private static void gone(Runnable deletion) {
        try {
            deletion.run();
        } catch (NotFound e) {
            // it is not there
        }
    }
}
