package io.milvaion.scheduler.state.ending;

import io.milvaion.contract.OccurrenceState;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why a run ended otherwise than Completed. The code is what is stored and shown. */
public enum FailureCause {
    /** Failed, and no retry was left. */
    EXHAUSTED("exhausted"),
    /** The job said that a retry cannot help. */
    PERMANENT("permanent"),
    /** A retry was left, but the run was cancelled or its job deleted. */
    STOPPED("stopped"),
    TIMED_OUT("timed-out"),
    CANCELLED("cancelled"),
    /** Its last worker vanished, and no retry was left. */
    WORKER_LOST("worker-lost"),
    /** Its worker vanished, and the job does not want it run again. */
    UNKNOWN("unknown"),
    /** No worker could read its message. */
    POISON("poison");

    /** All causes by their codes. */
    public static final Map<String, FailureCause> BY_CODE =
            Arrays.stream(values())
                    .collect(Collectors.toMap(FailureCause::code, Function.identity()));

    private final String code;

    FailureCause(String code) {
        this.code = code;
    }

    /**
     * The cause of an end, as far as its state alone tells.
     *
     * @param state of a run that has failed
     */
    public static FailureCause of(OccurrenceState state) {
        return switch (state) {
            case FAILED -> EXHAUSTED;
            case CANCELLED -> CANCELLED;
            case TIMED_OUT -> TIMED_OUT;
            case UNKNOWN -> UNKNOWN;
            case QUEUED, RUNNING, COMPLETED, SKIPPED ->
                    throw new IllegalArgumentException("no failure: " + state);
        };
    }

    public String code() {
        return code;
    }
}
