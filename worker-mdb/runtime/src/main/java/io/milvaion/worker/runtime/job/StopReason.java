package io.milvaion.worker.runtime.job;

import io.milvaion.contract.OccurrenceState;

/** Why a running attempt was told to stop. */
public enum StopReason {
    CANCELLED(OccurrenceState.CANCELLED, "the occurrence was cancelled"),
    TIMED_OUT(OccurrenceState.TIMED_OUT, "the attempt took longer than it may"),
    CLAIM_LOST(OccurrenceState.FAILED, "another process has taken the run over"),
    /** A failure that the scheduler follows with another attempt, however few retries there are. */
    WORKER_STOPPED(OccurrenceState.FAILED, "the worker stopped before the job had ended");

    private final OccurrenceState state;
    private final String text;

    StopReason(OccurrenceState state, String text) {
        this.state = state;
        this.text = text;
    }

    OccurrenceState state() {
        return state;
    }

    String text() {
        return text;
    }
}
