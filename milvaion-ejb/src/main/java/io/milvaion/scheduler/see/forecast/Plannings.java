package io.milvaion.scheduler.see.forecast;

import io.milvaion.scheduler.job.definition.JobSchedule;
import io.milvaion.scheduler.time.timetable.Timetable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Jobs by what they have planned, those with most jobs first.
 *
 * @param unreadable whose timetables this node cannot read
 */
record Plannings(List<Planning> all, List<ForecastJob> unreadable) {

    /**
     * Jobs with the same have the same timetable.
     *
     * @param job null where it makes no difference
     */
    private record Source(JobSchedule schedule, UUID job) {

        static Source of(ForecastJob job) {
            return new Source(job.schedule(), job.schedule().dependsOnJob() ? job.id() : null);
        }

        Optional<Timetable> timetable() {
            return schedule.readable(job);
        }
    }

    private record Key(Source source, Instant first) {}

    static Plannings of(Collection<ForecastJob> jobs, Instant from) {
        Map<Source, Optional<Timetable>> timetables = new HashMap<>();
        Map<Key, Planning> plannings = new HashMap<>();
        List<ForecastJob> unreadable = new ArrayList<>();
        for (var job : jobs) {
            var source = Source.of(job);
            var timetable = timetables.computeIfAbsent(source, Source::timetable);
            if (timetable.isEmpty()) {
                unreadable.add(job);
                continue;
            }
            first(job, timetable.get(), from)
                    .ifPresent(
                            first ->
                                    plannings
                                            .computeIfAbsent(
                                                    new Key(source, first),
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
}
