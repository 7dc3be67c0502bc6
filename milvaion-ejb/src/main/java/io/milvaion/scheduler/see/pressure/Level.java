package io.milvaion.scheduler.see.pressure;

/** How near a limit is. */
public enum Level {
    OK,
    /** Four fifths are used, or what is advised is more than what is allowed. */
    NEAR,
    /** 19 of 20 are used. */
    REACHED,
    /** Nobody can tell. */
    UNKNOWN;

    private static final double NEAR_FROM = 0.8;
    private static final double REACHED_FROM = 0.95;

    static Level of(Long used, Long allowed, Long advised) {
        if (used == null || allowed == null || allowed <= 0) {
            return UNKNOWN;
        }
        double share = (double) used / allowed;
        if (share >= REACHED_FROM) {
            return REACHED;
        }
        return share >= NEAR_FROM || (advised != null && advised > allowed) ? NEAR : OK;
    }
}
