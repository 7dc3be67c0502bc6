package io.milvaion.scheduler.job.catalog;

import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.node.NodeRegistry;
import io.milvaion.scheduler.ground.persistence.Repeated;
import io.milvaion.scheduler.ground.redis.RedisClock;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.job.definition.Draft;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.job.plan.ScheduleSync;
import io.milvaion.scheduler.job.version.Change;
import io.milvaion.scheduler.job.version.JobVersions;
import io.milvaion.scheduler.state.ending.Cancellation;
import io.milvaion.scheduler.state.publish.RunPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The definitions of jobs. Every change is one transaction, after which the index in Redis is
 * brought up to date; while Redis is away that happens later, and the change stands.
 */
@ApplicationScoped
public class Jobs {

    @Inject JobStore store;
    @Inject JobReads reads;
    @Inject JobLists lists;
    @Inject JobVersions versions;
    @Inject ScheduleSync sync;
    @Inject Cancellation cancellation;
    @Inject RunPublisher publisher;
    @Inject LiveEvents events;
    @Inject Metrics metrics;
    @Inject RedisClock clock;
    @Inject NodeRegistry nodes;

    /**
     * @param actor who creates it, for the record of its versions; so in the methods below
     * @param id the id that it gets, or null for any: if it is there it is not created again
     * @param writing what the actor may do; so in the methods below
     * @throws InvalidInput if the definition is not allowed
     * @throws OutOfReach if what it makes is not reached
     */
    public PlannedJob create(Draft draft, String actor, UUID id, Writing writing) {
        var before = id == null ? Optional.<PlannedJob>empty() : reads.find(id);
        if (before.isPresent()) {
            return before.get();
        }
        var definition = allowed(null, draft, writing);
        var created =
                settle(Repeated.run(() -> store.create(id, definition, Change.created(actor))));
        events.publish(JobEvents.created(created.job().id(), definition.displayName()));
        return created;
    }

    /**
     * Refuses what {@link #create} would refuse, and does nothing else.
     *
     * @return what would be stored
     */
    public JobDefinition check(Draft draft, Writing writing) {
        return allowed(null, draft, writing);
    }

    /** Refuses what {@link #edit} would refuse, and does nothing else; likewise. */
    public JobDefinition check(UUID id, Function<JobDefinition, Draft> change, Writing writing) {
        return edited(reads.require(id).job().definition(), change, writing);
    }

    /**
     * Replaces a definition by what {@code change} makes of it; the schedule stays unless the
     * change concerns it. An edit that changes nothing gives no new version.
     *
     * @param change gets the stored definition under its lock; may refuse
     * @throws InvalidInput if the new definition is not allowed
     * @throws NotFound if there is none
     * @throws StaleVersion if it has another version than expected
     * @throws OutOfReach if it is not reached, or would not be afterwards
     */
    public PlannedJob edit(
            UUID id,
            ExpectedVersion expected,
            Function<JobDefinition, Draft> change,
            String actor,
            Writing writing) {
        return edit(id, expected, change, Change.edited(actor), writing);
    }

    /**
     * Makes a job again what it was in a version: an edit like any other, by the rules of today.
     *
     * @throws NotFound if it has no such version
     * @throws InvalidInput if that definition is not allowed any more; an {@code executeAt} in the
     *     past is not, unless the job has it
     */
    public PlannedJob restore(
            UUID id, int version, ExpectedVersion expected, String actor, Writing writing) {
        var wanted = Draft.of(versions.require(id, version).definition());
        return edit(
                id,
                expected,
                before -> SecretEdit.restoring(wanted, before, writing.secrets()),
                Change.restored(actor, version),
                writing);
    }

    private PlannedJob edit(
            UUID id,
            ExpectedVersion expected,
            Function<JobDefinition, Draft> change,
            Change by,
            Writing writing) {
        UnaryOperator<JobDefinition> checked = before -> edited(before, change, writing);
        var edited = settle(Repeated.run(() -> store.edit(id, expected, checked, by)));
        events.publish(JobEvents.updated(id, edited.job().definition().displayName()));
        return edited;
    }

    private JobDefinition edited(
            JobDefinition before, Function<JobDefinition, Draft> change, Writing writing) {
        OutOfReach.unless(writing.jobs(), before);
        return allowed(before, change.apply(before), writing);
    }

    private JobDefinition allowed(JobDefinition before, Draft draft, Writing writing) {
        var kept = SecretEdit.of(before, draft, writing.secrets());
        var checked = kept.checked(before, clock.now());
        var zone = checked.schedule().timeZone();
        if (before == null || !before.schedule().timeZone().equals(zone)) {
            everyNodeKnows(zone);
        }
        return OutOfReach.unless(writing.jobs(), checked);
    }

    /** Whichever node leads next must be able to plan it. */
    private void everyNodeKnows(String zone) {
        var others = nodes.notKnowing(zone);
        if (!others.isEmpty()) {
            throw new InvalidInput(
                    "timeZone",
                    "The time zone rules of these nodes do not know it, and any of them may lead: "
                            + String.join(", ", others)
                            + ".");
        }
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
        return lists.list(filter);
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
