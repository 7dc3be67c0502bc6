package io.milvaion.scheduler.job.definition;

import io.milvaion.scheduler.time.cron.CronSentence;
import io.milvaion.scheduler.time.timetable.TimeSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says in English when schedules run. */
final class ScheduleSentence {

    private static final String IN_REAL_TIME =
            "It goes on in real time when clocks change, whatever dstGap and dstOverlap say.";

    private ScheduleSentence() {}

    /** Empty if it does not run by itself. */
    static Optional<String> of(JobSchedule schedule, UUID jobId) {
        return Optional.ofNullable(
                switch (schedule.kind()) {
                    case CRON -> cron(schedule, jobId);
                    case EVERY -> every(schedule);
                    case DELAY -> delay(schedule);
                    case RRULE -> schedule.recurrence().sentence();
                    case ONCE, NONE -> null;
                });
    }

    /** What it does when clocks change; empty if it never plans again. */
    static Optional<String> atClockChanges(JobSchedule schedule) {
        return Optional.ofNullable(
                switch (schedule.kind()) {
                    case CRON -> schedule.cron(null).clockChanges();
                    case EVERY -> atClockChanges(schedule, schedule.isOfDays());
                    case DELAY -> IN_REAL_TIME;
                    case RRULE -> atClockChanges(schedule, schedule.recurrence().hasTimesOfDay());
                    case ONCE, NONE -> null;
                });
    }

    private static String atClockChanges(JobSchedule schedule, boolean timesOfDay) {
        return timesOfDay ? schedule.dstRules().sentence() : IN_REAL_TIME;
    }

    private static String cron(JobSchedule schedule, UUID jobId) {
        var text = CronSentence.of(schedule.dialect().read(schedule.anyDay(), jobId));
        return schedule.workdays()
                .map(
                        days ->
                                text.replace(" every day", "")
                                        .replaceFirst("\\.$", " " + days.text() + "."))
                .orElse(text);
    }

    private static String every(JobSchedule schedule) {
        String anchor =
                schedule.startsAt() == null
                        ? schedule.isOfDays() ? ", at midnight" : ", counted from 1970-01-01T00:00Z"
                        : ", counted from " + schedule.startsAt();
        String clock = schedule.isOfDays() ? " of local time" : "";
        return "Every " + inWords(TimeSpan.parse(schedule.every())) + clock + anchor + ".";
    }

    private static String delay(JobSchedule schedule) {
        return inWords(TimeSpan.parse(schedule.delay()))
                .transform(span -> Character.toUpperCase(span.charAt(0)) + span.substring(1))
                .concat(" after the end of each run.");
    }

    private static String inWords(Duration span) {
        List<String> parts = new ArrayList<>();
        add(parts, span.toDays(), "day");
        add(parts, span.toHoursPart(), "hour");
        add(parts, span.toMinutesPart(), "minute");
        add(parts, span.toSecondsPart(), "second");
        add(parts, span.toMillisPart(), "millisecond");
        int last = parts.size() - 1;
        return last == 0
                ? parts.get(0)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    private static void add(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }
}
