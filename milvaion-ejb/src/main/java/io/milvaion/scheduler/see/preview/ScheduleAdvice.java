package io.milvaion.scheduler.see.preview;

import io.milvaion.scheduler.job.definition.JobSchedule;
import io.milvaion.scheduler.time.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people should know of a schedule, in sentences. */
final class ScheduleAdvice {

    /** One each second and some more. */
    private static final int MOST_COUNTED = 100_000;

    private ScheduleAdvice() {}

    /**
     * What follows from it.
     *
     * @param runs the first so many, oldest first
     * @param asked how many there would be if there were more
     */
    static List<String> consequences(
            JobSchedule schedule, Timetable timetable, List<Instant> runs, int asked) {
        List<String> sentences = new ArrayList<>();
        if (schedule.followsEnd()) {
            sentences.add("When each further run comes is known when the one before has ended.");
        } else if (schedule.repeats() && !runs.isEmpty()) {
            int aDay = inADay(timetable, runs.get(0));
            if (aDay > 1) {
                sentences.add(String.format(Locale.ROOT, "%,d runs in the first 24 hours.", aDay));
            }
            if (runs.size() < asked) {
                sentences.add("The last run is at " + runs.get(runs.size() - 1) + ".");
            }
        }
        return sentences;
    }

    private static int inADay(Timetable timetable, Instant first) {
        Instant end = first.plus(Duration.ofDays(1));
        int count = 0;
        Optional<Instant> run = Optional.of(first);
        while (count < MOST_COUNTED && run.filter(at -> at.isBefore(end)).isPresent()) {
            count++;
            run = timetable.nextAfter(run.get());
        }
        return count;
    }
}
