package io.milvaion.scheduler.job.calendar;

import io.milvaion.scheduler.time.calendar.CalendarMove;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that calendars keep from its time.
 *
 * @param from when it was planned
 * @param to when it runs instead; null: it does not
 * @param merged whether it is one with another run then
 * @param why what closes its time; null if that has no name
 */
public record ShiftedRun(Instant from, @Nullable Instant to, boolean merged, @Nullable String why) {

    public static ShiftedRun of(CalendarMove is) {
        return new ShiftedRun(is.from(), is.to(), is.merged(), is.why());
    }
}
