package io.milvaion.scheduler.mend.bulk;

import io.milvaion.scheduler.people.role.Permission;
import java.util.Arrays;
import java.util.Optional;

/** A list, to whose items something can be done. */
public enum BulkTarget {
    JOBS("jobs", Permission.JOB_READ),
    OCCURRENCES("occurrences", Permission.OCCURRENCE_READ),
    FAILED_OCCURRENCES("failedOccurrences", Permission.FAILURE_READ),
    DEAD_LETTERS("deadLetters", Permission.FAILURE_READ);

    private final String wire;
    private final Permission reading;

    BulkTarget(String wire, Permission reading) {
        this.wire = wire;
        this.reading = reading;
    }

    /** The name outside of Java. */
    public String wire() {
        return wire;
    }

    /** What is needed to see the list. */
    public Permission reading() {
        return reading;
    }

    public static Optional<BulkTarget> of(String wire) {
        return Arrays.stream(values()).filter(target -> target.wire.equals(wire)).findFirst();
    }
}
