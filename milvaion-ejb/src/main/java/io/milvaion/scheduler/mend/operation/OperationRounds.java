package io.milvaion.scheduler.mend.operation;

import io.milvaion.scheduler.ground.audit.Acting;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.people.caller.LastingRights;
import io.milvaion.scheduler.run.leader.TermFence;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Works on all open operations in turn, each at its rate. Belongs to the leader's one thread. */
public final class OperationRounds {

    /** Items of one step at most. */
    private static final int STEP = 100;

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final Database database;
    private final List<OperationStep> steps;
    private final LastingRights rights;
    private final LiveEvents events;
    private final Metrics metrics;
    private final Map<UUID, Place> places = new HashMap<>();

    public OperationRounds(
            Database database,
            List<OperationStep> steps,
            LastingRights rights,
            LiveEvents events,
            Metrics metrics) {
        this.database = database;
        this.steps = steps;
        this.rights = rights;
        this.events = events;
        this.metrics = metrics;
    }

    /** How far this node has come with an operation since it leads. */
    private static final class Place {
        private final Pace pace; // null: no limit
        private UUID after;
        private boolean changed; // since it began with the first item
        private long restUntil;
        private long toldAt;

        Place(Integer rate, long now) {
            pace = rate == null ? null : new Pace(rate, now);
            restUntil = now;
            toldAt = now - IDLE.toNanos();
        }

        int allowed(long now) {
            return pace == null ? STEP : Math.min(STEP, pace.allowed(now));
        }

        void used(OperationStep.Outcome outcome, long now) {
            if (pace != null) {
                pace.used(outcome.done());
            }
            changed |= outcome.changedSomething();
            after = outcome.after();
            if (after == null) {
                if (!changed) { // all that waits is held up: look again in a while
                    restUntil = now + IDLE.toNanos();
                }
                changed = false;
            }
        }
    }

    /** Another node leads. */
    void forget() {
        places.clear();
        count(List.of());
    }

    /**
     * Does what may be done now.
     *
     * @return how long nothing needs to be done
     */
    public Duration round(TermFence fence) {
        List<BulkOperation> open = database.autocommit(OperationRows::open);
        count(open);
        places.keySet().retainAll(open.stream().map(BulkOperation::id).toList());
        if (open.isEmpty()) {
            return IDLE;
        }
        boolean more = false;
        for (var operation : open) {
            more |= advance(operation, fence);
        }
        return more ? Duration.ZERO : BETWEEN;
    }

    private void count(List<BulkOperation> open) {
        var replays = open.stream().filter(BulkOperation::isReplay).toList();
        metrics.operations(open.size(), waiting(open));
        metrics.replays(replays.size(), waiting(replays));
    }

    private static long waiting(List<BulkOperation> operations) {
        return operations.stream().mapToLong(BulkOperation::waiting).sum();
    }

    /** Returns whether more might be done at once. */
    private boolean advance(BulkOperation operation, TermFence fence) {
        long now = System.nanoTime();
        var place =
                places.computeIfAbsent(
                        operation.id(), id -> new Place(operation.ratePerSecond(), now));
        int allowed = place.allowed(now);
        var step = steps.stream().filter(s -> s.worksOn(operation)).findFirst();
        if (allowed == 0 || now - place.restUntil < 0 || step.isEmpty()) {
            return false;
        }
        var reach = reach(operation.by());
        if (reach.equals(Reach.NOTHING)) {
            endForWantOfRights(operation, fence);
            return false;
        }
        var part = new OperationStep.Part(place.after, allowed, reach);
        var outcome = run(step.get(), operation, part, fence);
        place.used(outcome, now);
        tell(outcome.operation(), step.get(), place, now);
        return allowed == STEP;
    }

    /** In the name of whoever has begun it. */
    @SuppressWarnings("try") // the resource is the thread's
    private static OperationStep.Outcome run(
            OperationStep step, BulkOperation operation, OperationStep.Part part, TermFence fence) {
        try (var acting = Acting.as(operation.by().actor())) {
            return step.run(operation, part, fence);
        }
    }

    private Reach reach(Starter by) {
        return by.account() == null
                ? Reach.EVERYTHING
                : rights.reach(by.account(), by.key(), by.permission());
    }

    /** Whoever has begun it has lost the right to since. */
    private void endForWantOfRights(BulkOperation operation, TermFence fence) {
        database.transaction(
                        connection -> {
                            fence.check(connection);
                            return OperationRows.fail(
                                    connection,
                                    operation.id(),
                                    operation.by().name() + " may not do this any more");
                        })
                .ifPresent(
                        failed ->
                                events.publish(
                                        OperationEvents.updated(OperationProgress.of(failed))));
    }

    private void tell(BulkOperation now, OperationStep step, Place place, long at) {
        if (now != null && (now.state().hasEnded() || at - place.toldAt >= IDLE.toNanos())) {
            place.toldAt = at;
            events.publish(OperationEvents.updated(OperationProgress.of(now)));
            step.alsoTold(now).forEach(events::publish);
        }
    }
}
