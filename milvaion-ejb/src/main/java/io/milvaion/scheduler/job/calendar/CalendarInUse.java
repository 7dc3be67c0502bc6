package io.milvaion.scheduler.job.calendar;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A calendar cannot be deleted: jobs or other calendars name it. */
public class CalendarInUse extends Refusal {

    private static final long serialVersionUID = 1L;

    CalendarInUse(String name, List<CalendarUser> jobs, List<String> calendars) {
        super(
                Kind.CONFLICT,
                "calendar-in-use",
                "The calendar is in use",
                name + " is used by " + words(jobs, calendars) + ".",
                Map.of("calendar", name, "jobs", jobs, "calendars", calendars));
    }

    private static String words(List<CalendarUser> jobs, List<String> calendars) {
        var names =
                Stream.concat(jobs.stream().map(CalendarUser::displayName), calendars.stream())
                        .toList();
        return String.join(", ", names);
    }
}
