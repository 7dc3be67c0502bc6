package io.milvaion.scheduler.run.leader;

import io.milvaion.scheduler.run.leader.LeaseStore.Holder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When some node was last known to keep the lease. For one thread. */
final class LastRenewal {

    private static final Duration ACCURACY = Duration.ofMillis(100);

    private final Duration patience;
    private Instant at;
    private String node; // null: none has had the lease since this began
    private String reason = "";

    /**
     * @param patience for how long after a renewal the next one is not missed
     * @param begin counts as a renewal: nobody has looked before
     */
    LastRenewal(Duration patience, Instant begin) {
        this.patience = patience;
        this.at = begin;
    }

    void seen(Optional<Holder> holder, Instant now) {
        if (holder.isPresent()) {
            node = holder.get().node();
            Instant renewed = now.minus(holder.get().silent());
            // The same renewal is seen again, a little earlier or later.
            at = renewed.isAfter(at.plus(ACCURACY)) ? renewed : at;
            reason = node + " has not renewed its lease";
        } else {
            reason = node == null ? "no node has led yet" : node + " led last, and no other leads";
        }
    }

    void notSeen(String why) {
        reason = why;
    }

    /** Since when no node leads, and why; empty if one does. */
    Optional<String> missing(Instant now) {
        return Duration.between(at, now).compareTo(patience) < 0
                ? Optional.empty()
                : Optional.of(
                        "none since %s: %s".formatted(at.truncatedTo(ChronoUnit.MILLIS), reason));
    }
}
