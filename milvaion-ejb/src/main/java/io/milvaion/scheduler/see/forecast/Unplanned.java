package io.milvaion.scheduler.see.forecast;

import java.util.Arrays;

/** Why a job has no next run, those that people should look at first. */
public enum Unplanned {
    /** The node that answers cannot read its expression or does not know its time zone. */
    UNREADABLE(0),
    /** Its expression never comes again. */
    OVER(1),
    /** Its only instant has passed, and it has not run. */
    PASSED(2),
    /** Failures have deactivated it. */
    DISABLED(3),
    /** Somebody has deactivated it, or has not activated it yet. */
    INACTIVE(4),
    /** It was to run once, and has. */
    HAS_RUN(5),
    /** It has no schedule: it runs when it is triggered. */
    NOT_SCHEDULED(6);

    private final int rank;

    Unplanned(int rank) {
        this.rank = rank;
    }

    /** By which they are sorted. */
    int rank() {
        return rank;
    }

    static Unplanned of(int rank) {
        return Arrays.stream(values()).filter(u -> u.rank == rank).findFirst().orElseThrow();
    }
}
