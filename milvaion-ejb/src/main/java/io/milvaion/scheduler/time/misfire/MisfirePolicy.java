package io.milvaion.scheduler.time.misfire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of due instants when the oldest of them is later than the misfire threshold. */
public enum MisfirePolicy {
    /** The latest runs, the others are skipped. The default. */
    ONCE,
    /** The latest {@value Misfires#MOST_KEPT} run, oldest first; older ones are skipped. */
    ALL,
    /** None runs. */
    SKIP;

    /** The text in JSON and in the database: the name in lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant with exactly this wire text; empty for any other text. */
    public static Optional<MisfirePolicy> parse(String wire) {
        return Arrays.stream(values()).filter(value -> value.wire().equals(wire)).findFirst();
    }
}
