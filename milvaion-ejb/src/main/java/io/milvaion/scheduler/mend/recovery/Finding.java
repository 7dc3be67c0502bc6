package io.milvaion.scheduler.mend.recovery;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.state.claim.Claim;
import io.milvaion.scheduler.state.index.OpenMember;
import java.time.Duration;
import java.time.Instant;

/** What the sweep makes of one open run. */
enum Finding {
    /** All is well, or it is too early to tell. */
    NOTHING,
    /** It has ended or does not exist: the entry goes. */
    CLOSED,
    /** Its retry was due long ago: the leader is to look at it. */
    OVERDUE,
    /** It waits for its predecessor, if there is one. */
    HELD,
    /** A worker has its message or runs it. */
    CLAIMED,
    /** Its message waits somewhere, or is lost. */
    UNCLAIMED,
    /** Its worker has vanished. */
    LOST_ATTEMPT;

    private static final Duration NEVER_INSERTED = Duration.ofMinutes(10);

    /** The lease of a claim: a done claim was marked so this long before its lease ends. */
    private static final Duration CLAIM_LEASE = Duration.ofSeconds(30);

    /**
     * When the sweep looks.
     *
     * @param markerSent when its marker was sent: leases that ended later prove nothing
     * @param interrupted when Redis, PostgreSQL or the broker were last seen interrupted
     */
    record Moment(Instant markerSent, Instant interrupted) {}

    /**
     * @param row null if there is none
     * @param claim null if there is none of this or a newer attempt
     * @param pending whether the leader is about to publish it
     */
    static Finding of(OpenMember entry, OpenRow row, Claim claim, boolean pending, Moment moment) {
        if (row == null) {
            return entry.since().plus(NEVER_INSERTED).isBefore(moment.markerSent())
                    ? CLOSED
                    : NOTHING;
        }
        if (row.state().isFinal()) {
            return CLOSED;
        }
        if (row.state() == OccurrenceState.RUNNING) {
            return ofRunning(row, claim, moment);
        }
        return switch (row.stage()) {
            case BACKOFF -> row.overdue() ? OVERDUE : NOTHING;
            case HELD -> HELD;
            case READY -> pending ? NOTHING : ofReady(row, claim, moment);
        };
    }

    private static Finding ofRunning(OpenRow row, Claim claim, Moment moment) {
        if (claim == null) {
            return LOST_ATTEMPT;
        }
        if (claim.attempt() > row.attempt()) {
            return NOTHING;
        }
        return protects(claim, moment) ? CLAIMED : LOST_ATTEMPT;
    }

    private static Finding ofReady(OpenRow row, Claim claim, Moment moment) {
        if (claim == null) {
            return UNCLAIMED;
        }
        if (claim.attempt() > row.attempt() || protects(claim, moment)) {
            return CLAIMED;
        }
        return claim.isReceived() ? UNCLAIMED : LOST_ATTEMPT;
    }

    /**
     * A done claim says that the report was confirmed and is on its way. A broker that was
     * interrupted since may have lost it; one that was not, or is durable, has brought it before
     * the marker.
     */
    private static boolean protects(Claim claim, Moment moment) {
        boolean ended = claim.lease().isBefore(moment.markerSent());
        if (!claim.isDone()) {
            return !ended;
        }
        boolean doneBefore = !claim.lease().minus(CLAIM_LEASE).isAfter(moment.interrupted());
        return !(ended && doneBefore);
    }
}
