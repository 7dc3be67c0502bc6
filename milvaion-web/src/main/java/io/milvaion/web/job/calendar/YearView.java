package io.milvaion.web.job.calendar;

import io.milvaion.scheduler.time.calendar.CalendarDay;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A year of a calendar.
 *
 * @param timeZone in which its times are meant here
 */
@Schema(name = "CalendarYear")
public record YearView(String name, int year, String timeZone, List<DayView> days) {

    /**
     * A day of it.
     *
     * @param reasons what closes all or some of it, by name
     * @param open the parts that are open, such as 06:00-22:00; none if it is closed
     */
    @Schema(name = "CalendarDay")
    public record DayView(
            String date, CalendarDay.State state, List<String> reasons, List<String> open) {

        static DayView of(CalendarDay is) {
            return new DayView(is.date().toString(), is.state(), is.reasons(), is.open());
        }
    }
}
