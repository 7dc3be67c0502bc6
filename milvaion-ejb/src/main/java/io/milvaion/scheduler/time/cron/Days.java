package io.milvaion.scheduler.time.cron;

import io.milvaion.scheduler.time.cron.CronItem.Kind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The days on which year, month and the two fields of days match, worked out month by month. */
final class Days {

    static final long NONE = Long.MIN_VALUE;

    private static final long EVERY_SEVENTH_BIT = 0x8_1020_4081L; // bits 0, 7, 14 … 35
    private static final int SATURDAY = 6;

    private final Years years;
    private final long months;
    private final boolean eitherField;
    private final boolean anyDayOfMonth;
    private final boolean anyDayOfWeek;
    private final long daysOfMonth;
    private final long daysOfWeek;
    private final List<CronItem> specialDays; // L, L-n, LW, nW
    private final List<CronItem> specialDaysOfWeek; // MON#2, FRIL

    Days(CronFields fields) {
        years = new Years(fields);
        months = fields.plainBits(CronField.MONTH);
        eitherField = fields.days() == DaysMatch.EITHER;
        anyDayOfMonth = !fields.restricts(CronField.DAY_OF_MONTH);
        anyDayOfWeek = !fields.restricts(CronField.DAY_OF_WEEK);
        daysOfMonth = fields.plainBits(CronField.DAY_OF_MONTH);
        daysOfWeek = fields.plainBits(CronField.DAY_OF_WEEK);
        specialDays = special(fields, CronField.DAY_OF_MONTH);
        specialDaysOfWeek = special(fields, CronField.DAY_OF_WEEK);
    }

    private static List<CronItem> special(CronFields fields, CronField field) {
        return fields.of(field).stream().filter(item -> !item.isPlain()).toList();
    }

    /**
     * The first matching epoch day of {@code from}..{@code to}, both included, or {@link #NONE}.
     */
    long next(long from, long to) {
        LocalDate date = LocalDate.ofEpochDay(from);
        int year = years.next(date.getYear());
        while (year != Years.NONE) {
            if (year != date.getYear()) {
                date = LocalDate.of(year, 1, 1);
            }
            if (date.toEpochDay() > to) {
                return NONE;
            }
            long found = nextInTheYear(date);
            if (found != NONE) {
                return found <= to ? found : NONE;
            }
            year = years.next(year + 1);
        }
        return NONE;
    }

    private long nextInTheYear(LocalDate from) {
        int year = from.getYear();
        long firstOfMonth = from.toEpochDay() - from.getDayOfMonth() + 1;
        long rest = -1L << from.getDayOfMonth();
        for (int month = from.getMonthValue(); month <= 12; month++) {
            int length = YearMonth.of(year, month).lengthOfMonth();
            if ((months >>> month & 1) != 0) {
                long days = in(firstOfMonth, length) & rest;
                if (days != 0) {
                    return firstOfMonth + Long.numberOfTrailingZeros(days) - 1;
                }
            }
            firstOfMonth += length;
            rest = -1L;
        }
        return NONE;
    }

    /**
     * Whether any day of the calendar matches: after 400 years dates and days of the week repeat.
     */
    boolean exist() {
        long from = LocalDate.of(CronField.YEAR.min, 1, 1).toEpochDay();
        return next(from, LocalDate.of(2399, 12, 31).toEpochDay()) != NONE;
    }

    /** The matching days of one month, day 1 at bit 1. */
    private long in(long firstOfMonth, int length) {
        int weekdayOfFirst = (int) Math.floorMod(firstOfMonth + 4, 7L); // epoch day 0 is a Thursday
        long all = (2L << length) - 2;
        long byDayOfMonth = anyDayOfMonth ? all : daysOfMonth;
        for (CronItem item : specialDays) {
            byDayOfMonth |= 1L << day(item, weekdayOfFirst, length); // bit 0 is no day
        }
        long byDayOfWeek =
                anyDayOfWeek ? all : (daysOfWeek * EVERY_SEVENTH_BIT) >>> weekdayOfFirst << 1;
        for (CronItem item : specialDaysOfWeek) {
            byDayOfWeek |= 1L << dayByWeek(item, weekdayOfFirst, length);
        }
        return all & (eitherField ? byDayOfMonth | byDayOfWeek : byDayOfMonth & byDayOfWeek);
    }

    /** The day of the month, or 0 when this month has no such day. */
    private static int day(CronItem item, int weekdayOfFirst, int length) {
        if (item.kind() == Kind.LAST_DAY) {
            return Math.max(length - item.first(), 0);
        }
        int day = item.kind() == Kind.LAST_WEEKDAY ? length - item.first() : item.first();
        if (day < 1 || day > length) {
            return 0;
        }
        int weekday = (weekdayOfFirst + day - 1) % 7;
        if (weekday == SATURDAY) {
            return day == 1 ? 3 : day - 1; // it stays within the month
        }
        if (weekday == 0) {
            return day == length ? day - 2 : day + 1;
        }
        return day;
    }

    /** The day of the month, which may be past its end. */
    private static int dayByWeek(CronItem item, int weekdayOfFirst, int length) {
        if (item.kind() == Kind.LAST_DAY_OF_WEEK) {
            int weekdayOfLast = (weekdayOfFirst + length - 1) % 7;
            return length - Math.floorMod(weekdayOfLast - item.first(), 7);
        }
        return 1 + Math.floorMod(item.first() - weekdayOfFirst, 7) + 7 * (item.last() - 1);
    }
}
