package io.milvaion.scheduler.state.gate;

/** What happens to a run while another run of its job is open. The code is the guide's. */
public enum OverlapPolicy {
    SKIP(0),
    QUEUE(1),
    PARALLEL(2);

    private static final OverlapPolicy[] BY_CODE = values();

    private final int code;

    OverlapPolicy(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static OverlapPolicy of(int code) {
        return BY_CODE[code];
    }

    /** Whether a job with this policy must be gated. */
    public boolean gates(Integer maxConcurrent) {
        return this != PARALLEL || maxConcurrent != null;
    }
}
