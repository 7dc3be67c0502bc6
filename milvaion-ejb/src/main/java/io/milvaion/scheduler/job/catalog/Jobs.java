package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Repeated;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.job.definition.JobRules;
import io.milvaion.scheduler.job.plan.ScheduleSync;
import io.milvaion.scheduler.job.version.Change;
import io.milvaion.scheduler.job.version.JobVersions;
import io.milvaion.scheduler.state.cancel.Cancellation;
import io.milvaion.scheduler.state.publish.RunPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
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
    @Inject JobVersions versions;
    @Inject ScheduleSync sync;
    @Inject Cancellation cancellation;
    @Inject RunPublisher publisher;
    @Inject LiveEvents events;
    @Inject Metrics metrics;

    /**
     * @param definition without {@link JobRules#violations}
     * @param actor who creates it, for the record of its versions; so in the methods below
     */
    public PlannedJob create(JobDefinition definition, String actor) {
        var created = settle(Repeated.run(() -> store.create(definition, Change.created(actor))));
        events.publish(JobEvents.created(created.job().id(), definition.displayName()));
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
    public PlannedJob edit(
            UUID id, ExpectedVersion expected, UnaryOperator<JobDefinition> change, String actor) {
        return edit(id, expected, change, Change.edited(actor));
    }

    /**
     * Makes a job again what it was in a version: an edit like any other, by the rules of today.
     *
     * @param now the Redis clock
     * @throws VersionNotFound if it has no such version
     * @throws InvalidInput if that definition is not allowed any more; an {@code executeAt} in the
     *     past is not, unless the job has it
     */
    public PlannedJob restore(
            UUID id, int version, ExpectedVersion expected, Instant now, String actor) {
        var wanted = versions.require(id, version).definition();
        return edit(
                id,
                expected,
                before -> {
                    var violations = JobRules.violations(wanted, before, now);
                    if (!violations.isEmpty()) {
                        throw new InvalidInput(violations);
                    }
                    return wanted;
                },
                Change.restored(actor, version));
    }

    private PlannedJob edit(
            UUID id, ExpectedVersion expected, UnaryOperator<JobDefinition> change, Change by) {
        var edited = settle(Repeated.run(() -> store.edit(id, expected, change, by)));
        events.publish(JobEvents.updated(id, edited.job().definition().displayName()));
        return edited;
    }

    /** Marks it deleted and cancels what has not started; runs that have started go on. */
    public void delete(UUID id, ExpectedVersion expected, String actor) {
        var deleted = settle(Repeated.run(() -> store.delete(id, expected, Change.deleted(actor))));
        events.publish(JobEvents.deleted(id, deleted.job().definition().displayName()));
    }

    public PlannedJob require(UUID id) {
        return reads.require(id);
    }

    public JobPage list(JobFilter filter) {
        return reads.list(filter);
    }

    /** Does what a committed change asks for. */
    PlannedJob settle(Saved saved) {
        sync.sync(saved.planned().job().id());
        cancellation.countAndClose(saved.ended());
        publisher.publishAndForget(saved.released());
        saved.skipped().forEach(skip -> metrics.missed(skip.reason().wire(), skip.count()));
        return saved.planned();
    }
}
