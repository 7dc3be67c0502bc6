package io.milvaion.scheduler.job.definition;

import io.milvaion.scheduler.time.rrule.InvalidRecurrence;
import io.milvaion.scheduler.time.rrule.Recurrence;
import io.milvaion.scheduler.time.timetable.TimeSpan;
import io.milvaion.scheduler.time.timetable.Windowed;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;

/** What intervals, delays, recurrences and the window around a schedule may be. */
final class KindRules {

    private final JobSchedule is;
    private final BiConsumer<String, String> wrong;
    private boolean right = true;

    /**
     * @param is of one kind at most, with a zone that is known and right words
     * @param wrong takes a field and what is wrong with it
     */
    KindRules(JobSchedule is, BiConsumer<String, String> wrong) {
        this.is = is;
        this.wrong = wrong;
    }

    /** Whether all is right. */
    boolean check() {
        if (is.every() != null) {
            checkEvery();
        } else if (is.delay() != null) {
            checkDelay();
        }
        checkWindow();
        if (right && is.rrule() != null) {
            checkRecurrence();
        }
        return right;
    }

    private void checkEvery() {
        Duration span = span("every", is.every());
        if (span != null && is.isOfDays() && !TimeSpan.isWholeDays(span)) {
            refuse(
                    "everyClock",
                    "The local clock counts whole days, such as P1D; shorter intervals go on in"
                            + " real time.");
        }
    }

    private void checkDelay() {
        span("delay", is.delay());
        if (is.spreadSeconds() != null) {
            refuse("spreadSeconds", "Not together with delay.");
        }
        if (is.jitterSeconds() != null) {
            refuse("jitterSeconds", "Not together with delay.");
        }
        if (!is.calendars().isEmpty()) {
            refuse("calendars", "Not together with delay.");
        }
    }

    private Duration span(String field, String text) {
        try {
            return TimeSpan.parse(text);
        } catch (DateTimeException e) {
            refuse(field, e.getMessage());
            return null;
        }
    }

    private void checkRecurrence() {
        try {
            Recurrence.parse(is.rrule(), Zones.named(is.timeZone()), is.dstRules(), is.startsAt());
        } catch (InvalidRecurrence e) {
            boolean whole = e.part().equals(InvalidRecurrence.TEXT);
            refuse(whole ? "rrule" : "rrule." + e.part(), e.getMessage());
        }
    }

    private void checkWindow() {
        if (!is.repeats()) {
            checkNoWindow("startsAt", is.startsAt());
            checkNoWindow("endsAt", is.endsAt());
            checkNoWindow("maxRuns", is.maxRuns());
            return;
        }
        if (is.every() == null || is.isOfDays()) { // others are to the millisecond themselves
            checkWholeSecond("startsAt", is.startsAt());
        }
        checkWholeSecond("endsAt", is.endsAt());
        if (is.startsAt() != null && is.endsAt() != null && is.endsAt().isBefore(is.startsAt())) {
            refuse("endsAt", "This is before startsAt.");
        }
        if (is.maxRuns() != null && (is.maxRuns() < 1 || is.maxRuns() > Windowed.MOST_RUNS)) {
            refuse("maxRuns", "Allowed: 1 to " + Windowed.MOST_RUNS + ".");
        } else if (is.maxRuns() != null && is.startsAt() == null) {
            refuse("maxRuns", "It counts from startsAt, which is required with it.");
        }
    }

    private void checkNoWindow(String field, Object value) {
        if (value != null) {
            refuse(field, "Only with a schedule that repeats.");
        }
    }

    private void checkWholeSecond(String field, Instant at) {
        if (at != null && !at.equals(at.truncatedTo(ChronoUnit.SECONDS))) {
            refuse(field, "Whole seconds only.");
        }
    }

    /** That a run lies ahead, when all else is right. */
    void checkComes(Instant now) {
        if (!is.repeats()) {
            return;
        }
        boolean comes =
                is.followsEnd()
                        ? is.endsAt() == null || !is.endsAt().isBefore(now)
                        : is.timetable(null).firstAtOrAfter(now).isPresent();
        if (!comes) {
            refuse(end(), "No run lies ahead: the schedule never comes again.");
        }
    }

    /** What ends the schedule. */
    private String end() {
        if (!is.calendars().isEmpty()) {
            return "calendars";
        }
        if (is.endsAt() != null) {
            return "endsAt";
        }
        if (is.maxRuns() != null) {
            return "maxRuns";
        }
        return switch (is.kind()) {
            case EVERY -> "every";
            case DELAY -> "delay";
            case RRULE -> "rrule";
            default -> "cronExpression";
        };
    }

    private void refuse(String field, String message) {
        right = false;
        wrong.accept(field, message);
    }
}
