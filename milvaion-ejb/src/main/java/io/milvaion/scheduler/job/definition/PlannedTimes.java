package io.milvaion.scheduler.job.definition;

import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.time.calendar.CalendarBook;
import io.milvaion.scheduler.time.calendar.CalendarTimetable;
import io.milvaion.scheduler.time.calendar.JobCalendars;
import io.milvaion.scheduler.time.timetable.AfterEnd;
import io.milvaion.scheduler.time.timetable.EveryDays;
import io.milvaion.scheduler.time.timetable.EverySpan;
import io.milvaion.scheduler.time.timetable.Jitter;
import io.milvaion.scheduler.time.timetable.OnClosed;
import io.milvaion.scheduler.time.timetable.Recurring;
import io.milvaion.scheduler.time.timetable.StableOffset;
import io.milvaion.scheduler.time.timetable.TimeSpan;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.timetable.Windowed;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the timetable of a schedule: the instants of its kind, on working days if it says so,
 * within its window, as its calendars leave them, put off by its offsets.
 *
 * @param jobId null for a job that is not saved yet
 */
record PlannedTimes(JobSchedule is, UUID jobId, CalendarBook book) {

    private static final Words<OnClosed> ON_CLOSED = Words.of(OnClosed.class);

    Timetable all() {
        var timetable = closed().<Timetable>map(closed -> closed).orElseGet(this::window);
        if (is.spreadSeconds() != null) {
            timetable = StableOffset.of(timetable, jobId, is.spreadSeconds());
        }
        return is.jitterSeconds() == null
                ? timetable
                : Jitter.of(timetable, jobId, is.jitterSeconds());
    }

    /** As calendars leave them; empty without any. */
    Optional<CalendarTimetable> closed() {
        return book.of(is.calendars(), zone())
                .map(
                        of ->
                                of.apply(
                                        window(),
                                        ON_CLOSED.read(is.onClosed()).orElseThrow(),
                                        is.dstRules()));
    }

    private Timetable window() {
        var most = is.followsEnd() ? null : is.maxRuns(); // delays are counted as they come
        return Windowed.of(onWorkdays(ofKind()), is.startsAt(), is.endsAt(), most);
    }

    private Timetable onWorkdays(Timetable all) {
        return is.workdays()
                .map(
                        days ->
                                book.of(is.calendars(), zone())
                                        .orElseGet(() -> JobCalendars.none(zone()))
                                        .on(days, all))
                .orElse(all);
    }

    private Timetable ofKind() {
        return switch (is.kind()) {
            case CRON -> is.cron(jobId);
            case EVERY -> interval();
            case DELAY -> new AfterEnd();
            case RRULE -> new Recurring(is.recurrence());
            case ONCE -> Timetable.once(is.executeAt());
            case NONE -> Timetable.none();
        };
    }

    private Timetable interval() {
        var span = TimeSpan.parse(is.every());
        var startsAt = is.startsAt();
        if (!is.isOfDays()) {
            return new EverySpan(startsAt == null ? Instant.EPOCH : startsAt, span);
        }
        var anchor = startsAt == null ? LocalDate.EPOCH.atStartOfDay() : zone().localTime(startsAt);
        return new EveryDays(anchor, span, zone(), is.dstRules());
    }

    private PlanZone zone() {
        return Zones.named(is.timeZone());
    }
}
