package io.milvaion.scheduler.mend.replay;

import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.run.leader.TermFence;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Works on all running replays in turn, each at its rate. Belongs to the leader's one thread. */
final class ReplayRounds {

    /** Items of one transaction at most. */
    private static final int STEP = 100;

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final Database database;
    private final ReplayStep step;
    private final LiveEvents events;
    private final Metrics metrics;
    private final Map<UUID, Place> places = new HashMap<>();

    ReplayRounds(Database database, ReplayStep step, LiveEvents events, Metrics metrics) {
        this.database = database;
        this.step = step;
        this.events = events;
        this.metrics = metrics;
    }

    /** How far this node has come with a replay since it leads. */
    private static final class Place {
        private final Pace pace;
        private UUID lastJob;
        private boolean changed; // since it began with the first job
        private long restUntil;
        private long toldAt;

        Place(int rate, long now) {
            pace = new Pace(rate, now);
            restUntil = now;
            toldAt = now - IDLE.toNanos();
        }
    }

    /** Another node leads. */
    void forget() {
        places.clear();
        metrics.replays(0, 0);
    }

    /**
     * Does what may be done now.
     *
     * @return how long nothing needs to be done
     */
    Duration round(TermFence fence) {
        List<Replay> running = database.autocommit(ReplayRows::running);
        metrics.replays(running.size(), running.stream().mapToLong(Replay::waiting).sum());
        places.keySet().retainAll(running.stream().map(Replay::id).toList());
        if (running.isEmpty()) {
            return IDLE;
        }
        boolean more = false;
        for (var replay : running) {
            more |= advance(replay, fence);
        }
        return more ? Duration.ZERO : BETWEEN;
    }

    /** Returns whether more might be done at once. */
    private boolean advance(Replay replay, TermFence fence) {
        long now = System.nanoTime();
        var place =
                places.computeIfAbsent(replay.id(), id -> new Place(replay.ratePerSecond(), now));
        int allowed = Math.min(STEP, place.pace.allowed(now));
        if (allowed == 0 || now - place.restUntil < 0) {
            return false;
        }
        var outcome = step.run(replay.id(), place.lastJob, allowed, fence);
        place.pace.used(outcome.made().size());
        place.changed |= outcome.changedSomething();
        place.lastJob = outcome.lastJob();
        if (outcome.lastJob() == null) {
            if (!place.changed) { // all that waits is held up: look again in a while
                place.restUntil = now + IDLE.toNanos();
            }
            place.changed = false;
        }
        tell(outcome.replay(), place, now);
        return allowed == STEP;
    }

    private void tell(Replay replay, Place place, long now) {
        if (replay != null
                && (replay.state().equals(Replay.DONE) || now - place.toldAt >= IDLE.toNanos())) {
            place.toldAt = now;
            events.publish(ReplayEvents.updated(replay));
        }
    }
}
