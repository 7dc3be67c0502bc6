package io.milvaion.scheduler.time.calendar;

import io.milvaion.scheduler.time.timetable.OnClosed;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.PlanZone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The calendars of a job in its zone. Safe to share. */
public final class JobCalendars {

    /**
     * One of them.
     *
     * @param clock that of its own zone, or of the job's
     */
    record Member(LocalCalendar calendar, LocalClock clock) {

        List<String> reasons(Instant at) {
            return calendar.reasons(clock.day(at));
        }
    }

    private final List<Member> members;
    private final DaysOpen open;

    JobCalendars(List<Member> members, boolean week, LocalClock clock) {
        this.members = List.copyOf(members);
        open =
                new DaysOpen(
                        members.stream()
                                .map(one -> new ZonedCalendar(one.calendar(), one.clock().rules()))
                                .toList(),
                        week,
                        clock);
    }

    /** Those of a job that names none: it is always open. */
    public static JobCalendars none(PlanZone zone) {
        return new JobCalendars(List.of(), false, new LocalClock(zone.rules()));
    }

    /** The runs of a timetable that fall on certain working days. */
    public Timetable on(Workdays days, Timetable base) {
        return new WorkdayTimetable(base, days, open);
    }

    DaysOpen open() {
        return open;
    }

    /** What a timetable becomes. */
    public CalendarTimetable apply(Timetable base, OnClosed policy, DstRules dst) {
        return new CalendarTimetable(base, this, policy, dst);
    }

    /** What closes a time, by its names. */
    public Optional<String> why(Instant at) {
        var names =
                members.stream()
                        .flatMap(one -> one.reasons(at).stream())
                        .distinct()
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }
}
