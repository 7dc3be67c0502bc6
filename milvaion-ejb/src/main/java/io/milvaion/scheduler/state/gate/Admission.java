package io.milvaion.scheduler.state.gate;

/** What becomes of a new run. */
public enum Admission {
    OPEN,
    HOLD,
    /** An open run is in the way and the policy is Skip. */
    SKIP_OVERLAP,
    /** As many runs are held as a job may hold. */
    SKIP_FULL
}
