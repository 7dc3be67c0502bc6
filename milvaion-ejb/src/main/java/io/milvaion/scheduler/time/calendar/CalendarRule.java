package io.milvaion.scheduler.time.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One rule of a calendar, as it is written down. Which parts it has depends on its kind; the others
 * are null, or empty.
 *
 * @param name what people call what it matches; null for none
 * @param days of {@code weekdays}; of {@code times}, where none means every day
 * @param dates of {@code dates}
 * @param from of {@code range}: a date, or a day of each year such as 12-24; of {@code times}: a
 *     time such as 22:00
 * @param to likewise; the last day is part of a range, the end of a time is not
 * @param country of {@code holidays}: ISO 3166, such as DE
 * @param region likewise, such as be or by.mu; null for those of the whole country
 * @param added holidays that the rules of the country lack, by name
 * @param removed holidays that the rules of the country have and that are none
 * @param calendar the name of another calendar
 * @param when whether the rule matches when the other calendar is open, which null means, or closed
 */
public record CalendarRule(
        RuleKind kind,
        String name,
        List<DayOfWeek> days,
        List<LocalDate> dates,
        String from,
        String to,
        String country,
        String region,
        Map<LocalDate, String> added,
        List<LocalDate> removed,
        String calendar,
        When when) {

    /** The state of another calendar. */
    public enum When {
        OPEN,
        CLOSED
    }

    public CalendarRule {
        Objects.requireNonNull(kind, "kind");
        days = days == null ? List.of() : List.copyOf(days);
        dates = dates == null ? List.of() : List.copyOf(dates);
        added = added == null ? Map.of() : new TreeMap<>(added);
        removed = removed == null ? List.of() : List.copyOf(removed);
    }

    /** Whether its two ends are a range: dates in their order, or days of the year. */
    public boolean hasRange() {
        return YearlyDay.range(from, to).isPresent();
    }

    public static CalendarRule weekdays(DayOfWeek... days) {
        return new CalendarRule(
                RuleKind.WEEKDAYS,
                null,
                List.of(days),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static CalendarRule dates(String name, LocalDate... dates) {
        return new CalendarRule(
                RuleKind.DATES,
                name,
                null,
                List.of(dates),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static CalendarRule range(String name, String from, String to) {
        return new CalendarRule(
                RuleKind.RANGE, name, null, null, from, to, null, null, null, null, null, null);
    }

    public static CalendarRule times(String from, String to, DayOfWeek... days) {
        return new CalendarRule(
                RuleKind.TIMES,
                null,
                List.of(days),
                null,
                from,
                to,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * @param region null for the whole country
     */
    public static CalendarRule holidays(String country, String region) {
        return new CalendarRule(
                RuleKind.HOLIDAYS,
                null,
                null,
                null,
                null,
                null,
                country,
                region,
                null,
                null,
                null,
                null);
    }

    public static CalendarRule ical() {
        return new CalendarRule(
                RuleKind.ICAL, null, null, null, null, null, null, null, null, null, null, null);
    }

    public static CalendarRule calendar(String name, When when) {
        return new CalendarRule(
                RuleKind.CALENDAR,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                name,
                when);
    }
}
