package io.milvaion.scheduler.state.gate;

/**
 * What happens to a run while another run of its job is open. The code is the guide's. How many may
 * be open at once says {@code jobs.open_limit}.
 */
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
}
