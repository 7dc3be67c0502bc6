package io.milvaion.scheduler.mend.bulk;

import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.people.role.Permission;
import java.util.Optional;

/** A list, to whose items something can be done. */
public enum BulkTarget {
    JOBS(Permission.JOB_READ),
    OCCURRENCES(Permission.OCCURRENCE_READ),
    FAILED_OCCURRENCES(Permission.FAILURE_READ),
    DEAD_LETTERS(Permission.FAILURE_READ);

    public static final Words<BulkTarget> WORDS = Words.of(BulkTarget.class);

    private final Permission reading;

    BulkTarget(Permission reading) {
        this.reading = reading;
    }

    /** The name outside of Java. */
    public String wire() {
        return Words.of(this);
    }

    /** What is needed to see the list. */
    public Permission reading() {
        return reading;
    }

    public static Optional<BulkTarget> of(String wire) {
        return WORDS.read(wire);
    }
}
