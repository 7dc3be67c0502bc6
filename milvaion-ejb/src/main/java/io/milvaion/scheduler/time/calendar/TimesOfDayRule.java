package io.milvaion.scheduler.time.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Times of day. One whose end is not after its start goes on into the next day, and belongs to the
 * day on which it starts; equal ones are a whole day from then.
 */
final class TimesOfDayRule implements DayRule {

    private final Set<DayOfWeek> days;
    private final DaySpans first;
    private final DaySpans rest;
    private final String name;

    /**
     * @param to 00:00 is the end of the day
     * @param days none: every day
     */
    TimesOfDayRule(LocalTime from, LocalTime to, Collection<DayOfWeek> days, String name) {
        this.days = days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : EnumSet.copyOf(days);
        int start = from.toSecondOfDay();
        int end = to.toSecondOfDay();
        first = DaySpans.of(start, end > start ? end : DaySpans.DAY);
        rest = end > start ? DaySpans.NONE : DaySpans.of(0, end);
        this.name = name;
    }

    @Override
    public DaySpans on(LocalDate day) {
        var begun = days.contains(day.getDayOfWeek()) ? first : DaySpans.NONE;
        return days.contains(day.minusDays(1).getDayOfWeek()) ? begun.or(rest) : begun;
    }

    @Override
    public Optional<String> name(LocalDate day) {
        return Optional.ofNullable(name);
    }
}
