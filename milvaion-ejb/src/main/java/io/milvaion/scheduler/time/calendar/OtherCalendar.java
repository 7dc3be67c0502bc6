package io.milvaion.scheduler.time.calendar;

import io.milvaion.scheduler.time.calendar.CalendarRule.When;
import java.time.LocalDate;
import java.util.Optional;

/** When another calendar is open, or closed. */
record OtherCalendar(LocalCalendar other, When when) implements DayRule {

    @Override
    public DaySpans on(LocalDate day) {
        return when == When.CLOSED ? other.on(day).not() : other.on(day);
    }

    @Override
    public Optional<String> name(LocalDate day) {
        return when == When.CLOSED ? other.name(day) : Optional.empty();
    }
}
