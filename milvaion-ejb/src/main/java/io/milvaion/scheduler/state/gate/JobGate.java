package io.milvaion.scheduler.state.gate;

import java.util.UUID;

/**
 * The gate of one job while its row is locked: decides, and remembers what it has decided until
 * {@link Gates#save} writes it. Belongs to one transaction.
 */
public final class JobGate {

    private final UUID jobId;
    private final OverlapPolicy policy;
    private final int limit;
    private UUID openId;
    private int open;
    private int held;

    JobGate(
            UUID jobId,
            OverlapPolicy policy,
            Integer maxConcurrent,
            UUID openId,
            int open,
            int held) {
        this.jobId = jobId;
        this.policy = policy;
        this.limit =
                policy != OverlapPolicy.PARALLEL
                        ? 1
                        : maxConcurrent == null ? Integer.MAX_VALUE : maxConcurrent;
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
        if (open < limit && held == 0) {
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
        return held > 0 && open < limit;
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
        return limit == 1 && open > 0 && openId == null;
    }

    void inTheWay(UUID occurrenceId) {
        openId = occurrenceId;
    }

    /** A held run has ended (was cancelled) before it was released. */
    void heldEnded() {
        held = Math.max(0, held - 1);
    }

    private void opened(UUID occurrenceId) {
        open++;
        if (limit == 1) {
            openId = occurrenceId;
        }
    }
}
