package io.milvaion.faults;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asked for, by the system properties that the package documentation lists. */
final class Options {

    static final boolean SHORT = "short".equals(System.getProperty("faults", "all"));
    static final int WINDOW = Integer.getInteger("faults.window", SHORT ? 30 : 60);
    static final int JOBS = Integer.getInteger("faults.jobs", 50);
    static final int REPEAT = Integer.getInteger("faults.repeat", 1);
    static final long SEED = Long.getLong("faults.seed", System.currentTimeMillis());

    private static final Set<Integer> ONLY =
            Stream.of(System.getProperty("faults.only", "").split(","))
                    .filter(number -> !number.isBlank())
                    .map(number -> Integer.valueOf(number.strip()))
                    .collect(Collectors.toCollection(TreeSet::new));

    private Options() {}

    static boolean selects(Fault fault) {
        return ONLY.isEmpty() ? fault.inShortSelection() || !SHORT : ONLY.contains(fault.number());
    }
}
