package io.milvaion.scheduler.time.misfire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of due instants when the oldest of them is later than the misfire threshold. */
public enum MisfirePolicy {
    /** The latest runs, the others are skipped. The default. */
    ONCE {
        @Override
        int firstKept(int due, boolean more) {
            return more ? due : due - 1;
        }
    },
    /** The latest {@value Misfires#MOST_KEPT} run, oldest first; older ones are skipped. */
    ALL {
        @Override
        int firstKept(int due, boolean more) {
            return Math.max(due - Misfires.MOST_KEPT, 0);
        }
    },
    /** None runs. */
    SKIP {
        @Override
        int firstKept(int due, boolean more) {
            return due;
        }
    };

    /**
     * The index of the oldest of the missed instants that is not skipped; their count when all are.
     *
     * @param due how many instants a pop looks at, oldest first
     * @param more whether later ones are due, too
     */
    abstract int firstKept(int due, boolean more);

    /** The text in JSON and in the database: the name in lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant with exactly this wire text; empty for any other text. */
    public static Optional<MisfirePolicy> parse(String wire) {
        return Arrays.stream(values()).filter(value -> value.wire().equals(wire)).findFirst();
    }

    /** The wire texts, for those who have given another one. */
    public static String choices() {
        return Arrays.stream(values()).map(MisfirePolicy::wire).collect(Collectors.joining(", "));
    }
}
