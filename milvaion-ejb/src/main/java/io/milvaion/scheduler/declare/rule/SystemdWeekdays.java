package io.milvaion.scheduler.declare.rule;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;

/** Days of the week in a timer unit, by their names. */
final class SystemdWeekdays {

    private static final int SHORTEST = 3;

    private SystemdWeekdays() {}

    /** A bit for each, Monday's is 1. */
    static long bits(String list) {
        long bits = 0;
        for (var item : list.replaceFirst(",$", "").split(",", -1)) {
            var ends = item.split("\\.\\.|-", -1);
            int first = number(ends[0]);
            int last = number(ends[ends.length - 1]);
            if (ends.length > 2 || last < first) {
                throw new IllegalArgumentException("\"" + item + "\" are no days of a week");
            }
            bits |= (2L << last) - (1L << first);
        }
        return bits;
    }

    private static int number(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> isCalled(day, name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is no day of the week"))
                .getValue();
    }

    private static boolean isCalled(DayOfWeek day, String name) {
        return day.name().equals(name)
                || (name.length() == SHORTEST && day.name().startsWith(name));
    }
}
