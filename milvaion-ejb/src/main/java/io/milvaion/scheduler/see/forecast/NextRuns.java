package io.milvaion.scheduler.see.forecast;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Finds the runs that are planned next, several of one job among them. */
final class NextRuns {

    static final int LISTED = 50;

    private static final Comparator<ForecastRun> EARLIEST_FIRST =
            Comparator.comparing(ForecastRun::plannedAt)
                    .thenComparing(ForecastRun::jobName)
                    .thenComparing(ForecastRun::jobId);

    private final PriorityQueue<ForecastRun> found = new PriorityQueue<>(EARLIEST_FIRST.reversed());

    private NextRuns() {}

    static List<ForecastRun> of(ForecastWindow window, List<Planning> plannings) {
        var next = new NextRuns();
        plannings.stream()
                .sorted(Comparator.comparing(Planning::first))
                .takeWhile(planning -> next.wants(planning.first()))
                .forEach(planning -> next.add(planning, window));
        return next.found.stream().sorted(EARLIEST_FIRST).toList();
    }

    private void add(Planning planning, ForecastWindow window) {
        var run = Optional.of(planning.first());
        while (run.isPresent() && run.get().isBefore(window.to()) && wants(run.get())) {
            var at = run.get();
            planning.jobs().forEach(job -> offer(ForecastRun.of(job, at)));
            run = planning.timetable().nextAfter(at);
        }
    }

    private boolean wants(Instant at) {
        return found.size() < LISTED || !at.isAfter(found.peek().plannedAt());
    }

    private void offer(ForecastRun run) {
        found.add(run);
        if (found.size() > LISTED) {
            found.remove();
        }
    }
}
