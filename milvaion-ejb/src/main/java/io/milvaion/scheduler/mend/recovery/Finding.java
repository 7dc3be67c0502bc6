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
    /** It has ended, as its claim says, and the report of that is lost. */
    LOST_REPORT,
    /** Its worker has vanished. */
    LOST_ATTEMPT;

    private static final Duration NEVER_INSERTED = Duration.ofMinutes(10);

    /**
     * @param row null if there is none
     * @param claim null if there is none of this or a newer attempt
     * @param pending whether the leader is about to publish it
     * @param markerSent when the marker of this sweep was sent: leases that ended later prove
     *     nothing
     */
    static Finding of(
            OpenMember entry, OpenRow row, Claim claim, boolean pending, Instant markerSent) {
        if (row == null) {
            return entry.since().plus(NEVER_INSERTED).isBefore(markerSent) ? CLOSED : NOTHING;
        }
        if (row.state().isFinal()) {
            return CLOSED;
        }
        if (row.state() == OccurrenceState.RUNNING) {
            return ofRunning(row, claim, markerSent);
        }
        return switch (row.stage()) {
            case BACKOFF -> row.overdue() ? OVERDUE : NOTHING;
            case HELD -> HELD;
            case READY -> pending ? NOTHING : ofReady(row, claim, markerSent);
        };
    }

    private static Finding ofRunning(OpenRow row, Claim claim, Instant markerSent) {
        if (claim == null) {
            return LOST_ATTEMPT;
        }
        if (claim.attempt() > row.attempt()) {
            return NOTHING;
        }
        return holds(claim, markerSent) ? CLAIMED : lost(claim);
    }

    private static Finding ofReady(OpenRow row, Claim claim, Instant markerSent) {
        if (claim == null) {
            return UNCLAIMED;
        }
        if (claim.attempt() > row.attempt() || holds(claim, markerSent)) {
            return CLAIMED;
        }
        return claim.isReceived() ? UNCLAIMED : lost(claim);
    }

    /**
     * A done claim was written after the report was confirmed, and its lease is as long as any:
     * when that has ended before the marker was sent, the report was in front of the marker, or is
     * lost.
     */
    private static boolean holds(Claim claim, Instant markerSent) {
        return !claim.lease().isBefore(markerSent);
    }

    private static Finding lost(Claim claim) {
        return claim.end().isPresent() ? LOST_REPORT : LOST_ATTEMPT;
    }
}
