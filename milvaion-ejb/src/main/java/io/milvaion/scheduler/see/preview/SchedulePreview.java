package io.milvaion.scheduler.see.preview;

import io.milvaion.scheduler.job.almanac.CalendarBooks;
import io.milvaion.scheduler.job.calendar.ShiftedRun;
import io.milvaion.scheduler.job.definition.JobSchedule;
import io.milvaion.scheduler.job.definition.ScheduleKind;
import io.milvaion.scheduler.time.advice.CronAdvice;
import io.milvaion.scheduler.time.advice.DialectDifference;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a schedule runs, and what somebody should know who is about to save it.
 *
 * @param description a sentence, or null where there is nothing to say
 * @param clockChanges what it does when clocks change, or null likewise
 * @param runs those at or after {@code from}, oldest first; of a delay only the first is known
 * @param moved the runs that calendars keep from their times until the last of these runs, oldest
 *     first, 100 at most
 * @param consequences sentences
 * @param differences what a cron expression means in other dialects, as sentences
 * @param nextClockChanges the next two in its zone
 * @param zoneRules the version of the rules of its zone
 * @param zoneRulesFrom where the newest rules of this node come from
 */
public record SchedulePreview(
        ScheduleKind kind,
        @Nullable String description,
        String zone,
        @Nullable String clockChanges,
        Instant from,
        List<Instant> runs,
        List<ShiftedRun> moved,
        List<String> consequences,
        List<String> differences,
        List<ClockChange> nextClockChanges,
        String zoneRules,
        String zoneRulesFrom,
        List<String> warnings) {

    private static final int CHANGES = 2;
    private static final int MOST_MOVED = 100;

    /**
     * Looks at a schedule that the rules allow.
     *
     * @param jobId whose offsets it takes, or null
     */
    public static SchedulePreview of(JobSchedule schedule, UUID jobId, Instant from, int count) {
        Timetable timetable = schedule.timetable(jobId);
        PlanZone zone = schedule.planZone();
        List<Instant> runs = runs(schedule, timetable, from, count);
        Optional<CronAdvice> cron = schedule.advice(jobId, from);
        List<String> consequences = new ArrayList<>(cron.map(CronAdvice::notes).orElse(List.of()));
        consequences.addAll(ScheduleAdvice.consequences(schedule, timetable, runs, count));
        return new SchedulePreview(
                schedule.kind(),
                schedule.text(jobId).orElse(null),
                zone.name(),
                schedule.clockChanges().orElse(null),
                from,
                runs,
                moved(schedule, jobId, from, runs),
                consequences,
                cron.map(CronAdvice::dialects).orElse(List.of()).stream()
                        .map(DialectDifference::text)
                        .toList(),
                ClockChange.next(zone, timetable, from, CHANGES),
                zone.version().toString(),
                Zones.current().place(),
                zone.version().warning(from).map(List::of).orElse(List.of()));
    }

    private static List<ShiftedRun> moved(
            JobSchedule schedule, UUID jobId, Instant from, List<Instant> runs) {
        if (runs.isEmpty()) {
            return List.of();
        }
        Instant last = runs.get(runs.size() - 1);
        return schedule.closed(jobId, CalendarBooks.present()).stream()
                .flatMap(closed -> closed.moves(from, last, MOST_MOVED).stream())
                .map(ShiftedRun::of)
                .toList();
    }

    private static List<Instant> runs(
            JobSchedule schedule, Timetable timetable, Instant from, int count) {
        List<Instant> runs = new ArrayList<>();
        Optional<Instant> run =
                schedule.followsEnd()
                        ? schedule.firstDelayed(from)
                        : timetable.firstAtOrAfter(from);
        while (run.isPresent()) {
            runs.add(run.get());
            run = runs.size() < count ? timetable.nextAfter(run.get()) : Optional.empty();
        }
        return runs;
    }
}
