package io.milvaion.scheduler.see.forecast;

import io.milvaion.scheduler.time.cron.InvalidCron;
import io.milvaion.scheduler.time.timetable.Timetable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Jobs by what they have planned, those with most jobs first.
 *
 * @param unreadable whose timetables this node cannot read
 */
record Plannings(List<Planning> all, List<ForecastJob> unreadable) {

    private record Key(ScheduleText schedule, Instant first) {}

    static Plannings of(Collection<ForecastJob> jobs, Instant from) {
        Map<ScheduleText, Optional<Timetable>> timetables = new HashMap<>();
        Map<Key, Planning> plannings = new HashMap<>();
        List<ForecastJob> unreadable = new ArrayList<>();
        for (var job : jobs) {
            var timetable = timetables.computeIfAbsent(job.schedule(), Plannings::read);
            if (timetable.isEmpty()) {
                unreadable.add(job);
                continue;
            }
            first(job, timetable.get(), from)
                    .ifPresent(
                            first ->
                                    plannings
                                            .computeIfAbsent(
                                                    new Key(job.schedule(), first),
                                                    key ->
                                                            new Planning(
                                                                    timetable.get(),
                                                                    first,
                                                                    new ArrayList<>()))
                                            .jobs()
                                            .add(job));
        }
        return new Plannings(
                plannings.values().stream()
                        .sorted(
                                Comparator.<Planning>comparingInt(p -> -p.jobs().size())
                                        .thenComparing(Planning::first))
                        .toList(),
                unreadable);
    }

    private static Optional<Instant> first(ForecastJob job, Timetable timetable, Instant from) {
        return job.nextRunAt().isBefore(from)
                ? timetable.firstAtOrAfter(from)
                : Optional.of(job.nextRunAt());
    }

    private static Optional<Timetable> read(ScheduleText schedule) {
        try {
            return Optional.of(schedule.timetable());
        } catch (InvalidCron | DateTimeException e) {
            return Optional.empty();
        }
    }
}
