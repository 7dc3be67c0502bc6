package io.milvaion.scheduler.mend.operation;

import io.milvaion.scheduler.ground.word.Words;
import java.util.Locale;
import java.util.Set;

/** Where an operation stands. */
public enum OperationState {
    PENDING,
    RUNNING,
    PAUSED,
    COMPLETED,
    CANCELLED,
    /** It cannot go on. */
    FAILED;

    public static final Set<OperationState> OPEN = Set.of(PENDING, RUNNING);

    /** The name outside of Java. */
    public String wire() {
        return Words.of(this);
    }

    public static OperationState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    public boolean hasEnded() {
        return compareTo(PAUSED) > 0;
    }
}
