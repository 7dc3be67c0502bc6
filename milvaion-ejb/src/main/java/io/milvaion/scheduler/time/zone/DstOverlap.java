package io.milvaion.scheduler.time.zone;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** At which of the two instants a run happens whose local time comes twice when clocks go back. */
public enum DstOverlap {
    FIRST,
    SECOND,
    BOTH;

    /** The text in JSON and in the database: the name in lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant with exactly this wire text; empty for any other text. */
    public static Optional<DstOverlap> parse(String wire) {
        return Arrays.stream(values()).filter(value -> value.wire().equals(wire)).findFirst();
    }
}
