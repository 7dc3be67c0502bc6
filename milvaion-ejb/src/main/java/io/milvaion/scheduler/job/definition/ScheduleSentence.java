package io.milvaion.scheduler.job.definition;

import io.milvaion.scheduler.time.timetable.TimeSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says in English when intervals and delays run. */
final class ScheduleSentence {

    static final String IN_REAL_TIME =
            "It goes on in real time when clocks change, whatever dstGap and dstOverlap say.";

    private ScheduleSentence() {}

    static String every(JobSchedule schedule) {
        String anchor =
                schedule.startsAt() == null
                        ? schedule.isOfDays() ? ", at midnight" : ", counted from 1970-01-01T00:00Z"
                        : ", counted from " + schedule.startsAt();
        String clock = schedule.isOfDays() ? " of local time" : "";
        return "Every " + inWords(TimeSpan.parse(schedule.every())) + clock + anchor + ".";
    }

    static String delay(JobSchedule schedule) {
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
