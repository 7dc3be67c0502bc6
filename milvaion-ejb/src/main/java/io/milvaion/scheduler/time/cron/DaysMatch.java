package io.milvaion.scheduler.time.cron;

/** Which days match when an expression restricts both days of the month and days of the week. */
public enum DaysMatch {
    /** Those that both fields name. */
    BOTH,
    /** Those that any of the two fields names, as cron of Unix has it. */
    EITHER
}
