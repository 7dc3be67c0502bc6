package io.milvaion.scheduler.job;

import io.milvaion.scheduler.event.LiveEvent;
import io.milvaion.scheduler.event.LiveEvents;
import io.milvaion.scheduler.occurrence.Cancellation;
import io.milvaion.scheduler.ops.Metrics;
import io.milvaion.scheduler.publish.RunPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The definitions of jobs. Every change is one transaction, after which the index in Redis is
 * brought up to date; while Redis is away that happens later, and the change stands.
 */
@ApplicationScoped
public class Jobs {

    @Inject JobStore store;
    @Inject JobReads reads;
    @Inject ScheduleSync sync;
    @Inject Cancellation cancellation;
    @Inject RunPublisher publisher;
    @Inject LiveEvents events;
    @Inject Metrics metrics;

    /**
     * @param definition without {@link JobRules#violations}
     */
    public PlannedJob create(JobDefinition definition) {
        var created = settle(store.create(definition));
        events.publish(LiveEvent.jobCreated(created.job().id(), definition.displayName()));
        return created;
    }

    /**
     * Replaces a definition by what {@code change} makes of it; the schedule stays unless the
     * change concerns it. An edit that changes nothing gives no new version.
     *
     * @param change gets the stored definition under its lock and returns one without {@link
     *     JobRules#violations}, or refuses
     * @throws JobNotFound if there is none
     * @throws StaleVersion if it has another version than expected
     */
    public PlannedJob edit(UUID id, ExpectedVersion expected, UnaryOperator<JobDefinition> change) {
        var edited = settle(store.edit(id, expected, change));
        events.publish(LiveEvent.jobUpdated(id, edited.job().definition().displayName()));
        return edited;
    }

    /** Marks it deleted and cancels what has not started; runs that have started go on. */
    public void delete(UUID id, ExpectedVersion expected) {
        var deleted = settle(store.delete(id, expected));
        events.publish(LiveEvent.jobDeleted(id, deleted.job().definition().displayName()));
    }

    public PlannedJob require(UUID id) {
        return reads.require(id);
    }

    public JobPage list(JobFilter filter) {
        return reads.list(filter);
    }

    private PlannedJob settle(Saved saved) {
        sync.sync(saved.planned().job().id());
        cancellation.forget(saved.ended());
        publisher.publishAndForget(saved.released());
        saved.skipped().forEach(skip -> metrics.missed(skip.reason().wire(), skip.count()));
        return saved.planned();
    }
}
