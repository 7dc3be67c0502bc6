package io.milvaion.scheduler.see.attention;

/** How grave something is, the gravest first. */
public enum Severity {
    /** Runs do not come, or do not start. */
    CRITICAL,
    /** Something goes wrong, and goes on doing so unless somebody acts. */
    WARNING,
    /** Worth knowing. */
    INFO
}
