package io.milvaion.scheduler.state.gate;

import java.util.UUID;

/**
 * The gate of one job while its row is locked: decides, and remembers what it has decided until
 * {@link Gates#save} writes it. Belongs to one transaction.
 */
public final class JobGate {

    private final UUID jobId;
    private final OverlapPolicy policy;
    private final Integer limit;
    private UUID openId;
    private int open;
    private int held;

    /**
     * @param limit of open runs, or null for any number: a gate that is about to be taken away
     */
    JobGate(UUID jobId, OverlapPolicy policy, Integer limit, UUID openId, int open, int held) {
        this.jobId = jobId;
        this.policy = policy;
        this.limit = limit;
        this.openId = openId;
        this.open = open;
        this.held = held;
    }

    public UUID jobId() {
        return jobId;
    }

    /** The open run that is in the way; null for jobs that may have several, or if none is open. */
    public UUID openId() {
        return openId;
    }

    public int held() {
        return held;
    }

    int open() {
        return open;
    }

    /**
     * Lets a new run in, holds it or skips it, and counts it.
     *
     * @param maxHeld runs that a job may hold
     */
    public Admission admit(UUID occurrenceId, int maxHeld) {
        if (hasRoom() && held == 0) {
            opened(occurrenceId);
            return Admission.OPEN;
        }
        if (policy == OverlapPolicy.SKIP) {
            return Admission.SKIP_OVERLAP;
        }
        if (held >= maxHeld) {
            return Admission.SKIP_FULL;
        }
        held++;
        return Admission.HOLD;
    }

    /** Whether a held run may be released now. */
    boolean mayRelease() {
        return held > 0 && hasRoom();
    }

    void released(UUID occurrenceId) {
        held--;
        opened(occurrenceId);
    }

    /** There are fewer held runs than were counted. */
    void nothingHeld() {
        held = 0;
    }

    /** An open run has ended. */
    void ended(UUID occurrenceId) {
        open = Math.max(0, open - 1);
        if (occurrenceId.equals(openId)) {
            openId = null;
        }
    }

    /** Whether a run is in the way whose id this gate has not kept: several were open. */
    boolean lacksOpenId() {
        return isSingle() && open > 0 && openId == null;
    }

    void inTheWay(UUID occurrenceId) {
        openId = occurrenceId;
    }

    /** A held run has ended (was cancelled) before it was released. */
    void heldEnded() {
        held = Math.max(0, held - 1);
    }

    private boolean hasRoom() {
        return limit == null || open < limit;
    }

    private boolean isSingle() {
        return limit != null && limit == 1;
    }

    private void opened(UUID occurrenceId) {
        open++;
        if (isSingle()) {
            openId = occurrenceId;
        }
    }
}
