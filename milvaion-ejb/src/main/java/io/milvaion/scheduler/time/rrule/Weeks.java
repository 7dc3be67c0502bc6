package io.milvaion.scheduler.time.rrule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;

/**
 * Numbered weeks: week 1 is the first with at least four days in the year. Days are epoch days,
 * days of the week count from Monday = 0.
 */
record Weeks(DayOfWeek first) {

    private static final long SEVEN_DAYS = 0b111_1111;

    static int weekday(long day) {
        return (int) Math.floorMod(day + 3, 7L); // epoch day 0 is a Thursday
    }

    long startOfWeek(long day) {
        return day - Math.floorMod(weekday(day) - (first.getValue() - 1), 7);
    }

    /** The year to whose weeks a day belongs. */
    int yearOf(long day) {
        return LocalDate.ofEpochDay(startOfWeek(day) + 3).getYear();
    }

    /** The first day of week 1. */
    long startOfYear(int year) {
        return startOfWeek(LocalDate.of(year, 1, 4).toEpochDay());
    }

    /** The days of a month that lie in weeks with these numbers, day 1 at bit 1. */
    long in(long firstOfMonth, int length, List<Integer> numbers) {
        long bits = 0;
        for (long week = startOfWeek(firstOfMonth); week < firstOfMonth + length; week += 7) {
            if (isNumbered(week, numbers)) {
                bits |= SEVEN_DAYS << (7 + week - firstOfMonth) >>> 6; // it may begin 6 days before
            }
        }
        return bits & (2L << length) - 2;
    }

    private static boolean isNumbered(long week, List<Integer> numbers) {
        var middle = LocalDate.ofEpochDay(week + 3);
        int number = (middle.getDayOfYear() - 1) / 7 + 1;
        int following = (Year.of(middle.getYear()).length() - middle.getDayOfYear()) / 7;
        return numbers.contains(number) || numbers.contains(-1 - following);
    }
}
