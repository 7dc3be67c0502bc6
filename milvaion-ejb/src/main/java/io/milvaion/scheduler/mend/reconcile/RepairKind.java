package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.ground.word.Words;
import java.util.Locale;

/** What was wrong. Stored and counted in lower case with hyphens. */
public enum RepairKind {
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
    INDEX_STRAY,
    /** Redis had lost its last seconds; the leader that has noticed it says so. */
    REDIS_SET_BACK,
    /** PostgreSQL was restored from an older state, likewise. */
    DATABASE_SET_BACK,
    /** The row that counts terms was gone, likewise. */
    TERM;

    private static final Words<RepairKind> WORDS = Words.of(RepairKind.class);

    /** Null if this version does not know it, as those that a newer node has stored. */
    static RepairKind of(String wire) {
        return WORDS.read(wire).orElse(null);
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
