package io.milvaion.scheduler.time.rrule;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/** The periods of a rule, numbered; their bounds are seconds of local time. */
final class Periods {

    private static final int DAY = 86_400;

    private final Frequency frequency;
    private final Weeks weeks;
    private final boolean yearOfWeeks;

    Periods(RuleParts rule) {
        frequency = rule.frequency();
        weeks = new Weeks(rule.weekStart());
        yearOfWeeks = rule.has(RulePart.BYWEEKNO);
    }

    /** The period in which a second lies. */
    long of(long second) {
        long day = Math.floorDiv(second, DAY);
        return switch (frequency) {
            case SECONDLY, MINUTELY, HOURLY, DAILY -> Math.floorDiv(second, frequency.seconds);
            case WEEKLY -> Math.floorDiv(weeks.startOfWeek(day), 7);
            case MONTHLY -> {
                var date = LocalDate.ofEpochDay(day);
                yield date.getYear() * 12L + date.getMonthValue() - 1;
            }
            case YEARLY -> yearOfWeeks ? weeks.yearOf(day) : LocalDate.ofEpochDay(day).getYear();
        };
    }

    /** The first second of a period. */
    long start(long period) {
        return switch (frequency) {
            case SECONDLY, MINUTELY, HOURLY, DAILY -> period * frequency.seconds;
            case WEEKLY -> weeks.startOfWeek(period * 7 + 6) * DAY;
            case MONTHLY -> day(month(period).atDay(1));
            case YEARLY ->
                    yearOfWeeks
                            ? weeks.startOfYear(year(period)) * DAY
                            : day(LocalDate.of(year(period), 1, 1));
        };
    }

    private static YearMonth month(long period) {
        return YearMonth.of((int) Math.floorDiv(period, 12L), (int) Math.floorMod(period, 12L) + 1);
    }

    /** A long interval leads past the years that Java knows. */
    private static int year(long period) {
        return (int) Math.min(period, Year.MAX_VALUE - 1);
    }

    private static long day(LocalDate date) {
        return date.toEpochDay() * DAY;
    }
}
