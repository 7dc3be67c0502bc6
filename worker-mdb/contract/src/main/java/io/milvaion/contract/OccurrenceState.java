package io.milvaion.contract;

/** The state of an occurrence or of one attempt at it, with its code on the wire. */
public enum OccurrenceState {
    QUEUED(0, 0),
    RUNNING(1, 1),
    COMPLETED(2, 3),
    FAILED(3, 3),
    CANCELLED(4, 3),
    TIMED_OUT(5, 3),
    /** The worker vanished: whether the work was done is not known. A late real result wins. */
    UNKNOWN(6, 2),
    /** Shown for planned instants that did not run; never the state of a stored occurrence. */
    SKIPPED(7, 3);

    private static final OccurrenceState[] BY_CODE = values();

    private final int code;
    private final int rank;

    OccurrenceState(int code, int rank) {
        this.code = code;
        this.rank = rank;
    }

    public int code() {
        return code;
    }

    /**
     * How far a run has come: 0 queued, 1 running, 2 unknown, 3 ended. Of two reports on one
     * attempt the one with the higher rank stands; of two with rank 3 the first.
     */
    public int rank() {
        return rank;
    }

    /** Whether an occurrence in this state has ended for every gate, count and list. */
    public boolean isFinal() {
        return rank >= UNKNOWN.rank;
    }

    /** Whether it is how an attempt has ended, as workers report it. */
    public boolean isResult() {
        return rank == COMPLETED.rank && this != SKIPPED;
    }

    /**
     * @throws UnknownCode if no state has this code; the message that carries it is poison
     */
    public static OccurrenceState of(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new UnknownCode("occurrence state", code);
        }
        return BY_CODE[code];
    }
}
