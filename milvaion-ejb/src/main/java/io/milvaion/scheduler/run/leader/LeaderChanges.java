package io.milvaion.scheduler.run.leader;

import io.milvaion.scheduler.run.leader.LeaseStore.Holder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;

/** How often another term has begun lately. For one thread. */
final class LeaderChanges {

    /** A rolling restart of three nodes makes three. */
    private static final int TOO_MANY = 4;

    private static final Duration LATELY = Duration.ofMinutes(1);

    private final ArrayDeque<Instant> changes = new ArrayDeque<>();
    private String last; // node and term; null: none was seen yet

    /** Returns whether another term has begun since the last look; the first look tells none. */
    boolean seen(Optional<Holder> holder, Instant now) {
        if (holder.isEmpty()) {
            return false;
        }
        var present = holder.get().node() + " " + holder.get().term();
        boolean changed = last != null && !present.equals(last);
        last = present;
        if (changed) {
            changes.add(now);
        }
        return changed;
    }

    /** How often, if that is too often; empty if leaders stay. */
    Optional<String> tooMany(Instant now) {
        while (!changes.isEmpty() && changes.peek().isBefore(now.minus(LATELY))) {
            changes.remove();
        }
        return changes.size() < TOO_MANY
                ? Optional.empty()
                : Optional.of(
                        "%d terms have begun within a minute, the last one of %s"
                                .formatted(changes.size(), last.split(" ", 2)[0]));
    }
}
