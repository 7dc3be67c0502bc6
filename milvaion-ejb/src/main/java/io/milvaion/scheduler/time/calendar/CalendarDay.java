package io.milvaion.scheduler.time.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/**
 * A day of a calendar.
 *
 * @param reasons what closes all or some of it, by name
 * @param open the parts that are open, such as 06:00-22:00; none if it is closed
 */
public record CalendarDay(LocalDate date, State state, List<String> reasons, List<String> open) {

    /** How much of a day is open. */
    public enum State {
        OPEN,
        CLOSED,
        PARTLY_OPEN
    }

    static CalendarDay of(LocalDate date, DaySpans open, List<String> reasons) {
        var state = open.isAll() ? State.OPEN : open.isNone() ? State.CLOSED : State.PARTLY_OPEN;
        return new CalendarDay(
                date,
                state,
                reasons,
                Arrays.stream(open.parts())
                        .map(part -> time(part[0]) + "-" + time(part[1]))
                        .toList());
    }

    private static String time(int second) {
        return second == DaySpans.DAY ? "24:00" : LocalTime.ofSecondOfDay(second).toString();
    }
}
