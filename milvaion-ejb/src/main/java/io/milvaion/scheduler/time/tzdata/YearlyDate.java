package io.milvaion.scheduler.time.tzdata;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneOffsetTransitionRule.TimeDefinition;
import java.time.zone.ZoneRulesException;
import java.util.Optional;

/**
 * When a year's change of clocks comes, by the clock before it: a day in POSIX's notation and
 * seconds after its beginning, which may be negative or more than a day.
 */
record YearlyDate(String day, int seconds) {

    private static final int DAY = 86_400;
    private static final int LAST = 5; // the week that means the last one
    private static final int FEBRUARY_28 = 59; // its day of the year

    YearlyDate {
        if (!day.matches("M(1[0-2]|[1-9])\\.[1-5]\\.[0-6]|J?\\d{1,3}") || !isInYear(day)) {
            throw new ZoneRulesException("No day of a year: " + day);
        }
    }

    private static boolean isInYear(String day) {
        if (day.startsWith("M")) {
            return true;
        }
        int number = Integer.parseInt(day.replace("J", ""));
        return day.startsWith("J") ? number >= 1 && number <= 365 : number <= 365;
    }

    LocalDateTime in(int year) {
        return date(year).atStartOfDay().plusSeconds(seconds);
    }

    private LocalDate date(int year) {
        if (day.startsWith("M")) {
            int week = part(1);
            return LocalDate.of(year, part(0), 1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(week == LAST ? -1 : week, weekday()));
        }
        if (day.startsWith("J")) { // no 29 February is counted
            return LocalDate.ofYearDay(2001, Integer.parseInt(day.substring(1))).withYear(year);
        }
        return LocalDate.of(year, 1, 1).plusDays(Integer.parseInt(day));
    }

    private int part(int index) {
        return Integer.parseInt(day.substring(1).split("\\.")[index]);
    }

    private DayOfWeek weekday() {
        int sundayIs0 = part(2);
        return DayOfWeek.of(sundayIs0 == 0 ? 7 : sundayIs0);
    }

    /** The same as a rule of Java; empty where none says it. */
    Optional<ZoneOffsetTransitionRule> rule(
            ZoneOffset standard, ZoneOffset before, ZoneOffset after) {
        int days = Math.floorDiv(seconds, DAY);
        if (!day.startsWith("M")) {
            return fixed(days)
                    .map(date -> rule(date.getMonth(), date.getDayOfMonth(), null))
                    .map(rule -> rule.with(standard, before, after));
        }
        var month = Month.of(part(0));
        var indicator = indicator(month, days);
        return indicator.map(
                from -> rule(month, from, weekday().plus(days)).with(standard, before, after));
    }

    /** From which day of the month on the weekday is looked for, or back if it is negative. */
    private Optional<Integer> indicator(Month month, int days) {
        if (part(1) < LAST) {
            int first = 1 + 7 * (part(1) - 1) + days;
            return first >= 1 ? Optional.of(first) : Optional.empty();
        }
        if (days <= 0) {
            return Optional.of(days - 1);
        }
        return month == Month.FEBRUARY
                ? Optional.empty()
                : Optional.of(month.maxLength() - 6 + days);
    }

    private Optional<LocalDate> fixed(int days) {
        int number = Integer.parseInt(day.replace("J", "")) + (day.startsWith("J") ? 0 : 1);
        boolean sameEachYear =
                day.startsWith("J")
                        ? number > FEBRUARY_28 == number + days > FEBRUARY_28
                        : number <= FEBRUARY_28 && number + days <= FEBRUARY_28;
        return sameEachYear && number + days >= 1 && number + days <= 365
                ? Optional.of(LocalDate.ofYearDay(2001, number + days))
                : Optional.empty();
    }

    private DayAndTime rule(Month month, int dayOfMonth, DayOfWeek weekday) {
        var time = LocalTime.ofSecondOfDay(Math.floorMod(seconds, DAY));
        return new DayAndTime(month, dayOfMonth, weekday, time);
    }

    private record DayAndTime(Month month, int dayOfMonth, DayOfWeek weekday, LocalTime time) {

        ZoneOffsetTransitionRule with(ZoneOffset standard, ZoneOffset before, ZoneOffset after) {
            return ZoneOffsetTransitionRule.of(
                    month,
                    dayOfMonth,
                    weekday,
                    time,
                    false,
                    TimeDefinition.WALL,
                    standard,
                    before,
                    after);
        }
    }
}
