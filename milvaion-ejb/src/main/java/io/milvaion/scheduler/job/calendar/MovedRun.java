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
public record MovedRun(Instant from, @Nullable Instant to, boolean merged, @Nullable String why) {

    public static MovedRun of(CalendarMove is) {
        return new MovedRun(is.from(), is.to(), is.merged(), is.why());
    }
}
