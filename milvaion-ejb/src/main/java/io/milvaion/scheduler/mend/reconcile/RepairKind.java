package io.milvaion.scheduler.mend.reconcile;

import java.util.Locale;

/** What was wrong. Stored, counted and shown in lower case with hyphens. */
enum RepairKind {
    /** The gate of a job did not agree with its open and held runs or with its policy. */
    GATE,
    /** A list of held runs named a job that does not exist. */
    HELD_LIST,
    /** The schedule of a job did not agree with its definition. */
    SCHEDULE,
    /** A run waited for a retry for longer than any retry waits. */
    BACKOFF,
    /** An attempt lower than one that has ended. */
    ATTEMPT,
    /** The list of failed runs did not agree with the runs. */
    FAILED_LIST,
    /** A run of a job that does not exist, or a queued run of a deleted one. */
    ORPHAN,
    /** A wish to cancel that nobody would have seen any more. */
    CANCEL,
    /** A day was closed although a run in it was open, or not known at all. */
    DAY,
    /** Redis did not know a run or a planned job, or would have looked at it too late. */
    INDEX_MISSING,
    /** Redis knew something that PostgreSQL does not, or that nobody could read. */
    INDEX_STRAY;

    String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
