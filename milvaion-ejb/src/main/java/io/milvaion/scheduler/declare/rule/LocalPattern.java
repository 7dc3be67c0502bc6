package io.milvaion.scheduler.declare.rule;

import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * Local times: some days, and on each of them the same times.
 *
 * @param hours a bit for each
 * @param minutes likewise
 * @param seconds likewise
 */
record LocalPattern(Predicate<LocalDate> days, long hours, long minutes, long seconds) {

    private static final int NONE = -1;

    /** The first second of a day, from the given one on; negative if there is none. */
    int nextSecond(int from) {
        for (int hour = from / 3600; hour < 24; hour++) {
            if (has(hours, hour)) {
                int found = inHour(Math.max(from - hour * 3600, 0));
                if (found != NONE) {
                    return hour * 3600 + found;
                }
            }
        }
        return NONE;
    }

    private int inHour(int from) {
        for (int minute = from / 60; minute < 60; minute++) {
            if (has(minutes, minute)) {
                int first = Math.max(from - minute * 60, 0);
                for (int second = first; second < 60; second++) {
                    if (has(seconds, second)) {
                        return minute * 60 + second;
                    }
                }
            }
        }
        return NONE;
    }

    private static boolean has(long bits, int bit) {
        return (bits >>> bit & 1) != 0;
    }
}
