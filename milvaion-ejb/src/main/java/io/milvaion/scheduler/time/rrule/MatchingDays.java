package io.milvaion.scheduler.time.rrule;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;

/** The days that match a rule, worked out month by month. Days are epoch days. */
final class MatchingDays {

    static final long NONE = Long.MIN_VALUE;

    private static final long EVERY_SEVENTH_BIT = 0x8_1020_4081L; // bits 0, 7, 14 … 35

    private final long months;
    private final List<Integer> monthDays;
    private final List<Integer> yearDays;
    private final List<Integer> weekNumbers;
    private final List<Weekday> numberedWeekdays;
    private final long weekdays; // Monday at bit 0; 0 when no day is named without a number
    private final boolean anyWeekday;
    private final boolean numbersInYear;
    private final Weeks weeks;

    /** What the rule leaves open comes from the start. */
    MatchingDays(RuleParts rule, LocalDate start) {
        var open = new OpenDays(rule, start);
        months = bits(open.months());
        monthDays = open.monthDays();
        yearDays = rule.numbers(RulePart.BYYEARDAY);
        weekNumbers = rule.numbers(RulePart.BYWEEKNO);
        weeks = new Weeks(rule.weekStart());
        anyWeekday = open.weekdays().isEmpty();
        numberedWeekdays = open.weekdays().stream().filter(day -> day.n() != 0).toList();
        weekdays =
                open.weekdays().stream()
                        .filter(day -> day.n() == 0)
                        .mapToLong(day -> 1L << (day.day().getValue() - 1))
                        .reduce(0, (a, b) -> a | b);
        numbersInYear = rule.frequency() == Frequency.YEARLY && !rule.has(RulePart.BYMONTH);
    }

    private static long bits(List<Integer> numbers) {
        return numbers.stream().mapToLong(number -> 1L << number).reduce(0, (a, b) -> a | b);
    }

    /** The first matching day of {@code from}..{@code to}, both included, or {@link #NONE}. */
    long next(long from, long to) {
        var date = LocalDate.ofEpochDay(from);
        var month = YearMonth.from(date);
        long firstOfMonth = from - date.getDayOfMonth() + 1;
        long rest = -1L << date.getDayOfMonth();
        while (firstOfMonth <= to) {
            long days = in(month, firstOfMonth) & rest;
            if (days != 0) {
                long found = firstOfMonth + Long.numberOfTrailingZeros(days) - 1;
                return found <= to ? found : NONE;
            }
            firstOfMonth += month.lengthOfMonth();
            month = month.plusMonths(1);
            rest = -1L;
        }
        return NONE;
    }

    /** The matching days of one month, day 1 at bit 1. */
    private long in(YearMonth month, long firstOfMonth) {
        if (months != 0 && (months >>> month.getMonthValue() & 1) == 0) {
            return 0;
        }
        int length = month.lengthOfMonth();
        long days = (2L << length) - 2;
        if (!monthDays.isEmpty()) {
            days &= counted(monthDays, length, 0);
        }
        if (!yearDays.isEmpty()) {
            int before = month.atDay(1).getDayOfYear() - 1;
            days &= counted(yearDays, Year.of(month.getYear()).length(), before);
        }
        if (!anyWeekday) {
            days &= byWeekday(month, firstOfMonth, length);
        }
        return weekNumbers.isEmpty() ? days : days & weeks.in(firstOfMonth, length, weekNumbers);
    }

    /**
     * @param size days of the month or year that they count
     * @param before its days before this month
     */
    private static long counted(List<Integer> numbers, int size, int before) {
        long bits = 0;
        for (int number : numbers) {
            bits |= bit((number > 0 ? number : size + 1 + number) - before);
        }
        return bits;
    }

    private static long bit(long day) {
        return day >= 1 && day <= 31 ? 1L << day : 0;
    }

    private long byWeekday(YearMonth month, long firstOfMonth, int length) {
        long bits = (weekdays * EVERY_SEVENTH_BIT) >>> Weeks.weekday(firstOfMonth) << 1;
        for (Weekday weekday : numberedWeekdays) {
            if (numbersInYear) {
                var year = Year.of(month.getYear());
                long found = nth(weekday, year.atDay(1).toEpochDay(), year.length());
                bits |= bit(found - firstOfMonth + 1);
            } else {
                bits |= bit(nth(weekday, firstOfMonth, length) - firstOfMonth + 1);
            }
        }
        return bits;
    }

    /** The n-th such day of the week of so many days; a day outside them when there is none. */
    private static long nth(Weekday weekday, long first, int length) {
        int day = weekday.day().getValue() - 1;
        if (weekday.n() > 0) {
            return first + Math.floorMod(day - Weeks.weekday(first), 7) + 7L * (weekday.n() - 1);
        }
        long last = first + length - 1;
        return last - Math.floorMod(Weeks.weekday(last) - day, 7) + 7L * (weekday.n() + 1);
    }
}
