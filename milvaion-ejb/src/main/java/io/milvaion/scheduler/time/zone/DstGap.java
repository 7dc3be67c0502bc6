package io.milvaion.scheduler.time.zone;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a run whose local time is left out when clocks go forward. */
public enum DstGap {
    /**
     * It runs once, at the first instant after the gap, however many of the runs the gap swallowed.
     */
    SHIFT,
    /** It does not run. */
    SKIP;

    /** The text in JSON and in the database: the name in lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant with exactly this wire text; empty for any other text. */
    public static Optional<DstGap> parse(String wire) {
        return Arrays.stream(values()).filter(value -> value.wire().equals(wire)).findFirst();
    }
}
