package io.milvaion.scheduler.see.forecast;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What is planned.
 *
 * @param asOf when it was looked at, by PostgreSQL's clock
 * @param to not included
 * @param runs how many are planned in all
 * @param jobs how many have something planned, if only later
 * @param estimatedJobs how many of these were counted by how often they run at first
 * @param counts runs of each step, from {@code from} on
 * @param peaks the steps with most runs, the highest first
 * @param nextRuns the first runs of the window, 50 at most
 * @param withoutNextRun jobs, not deleted, that have none, 100 at most
 * @param withoutNextRunTotals how many there are, by reason
 */
public record PlanForecast(
        Instant asOf,
        Instant from,
        Instant to,
        ForecastStep step,
        long runs,
        long jobs,
        long estimatedJobs,
        List<Long> counts,
        List<ForecastPeak> peaks,
        List<ForecastRun> nextRuns,
        List<UnplannedJob> withoutNextRun,
        List<UnplannedTotal> withoutNextRunTotals) {

    static PlanForecast of(
            Instant asOf,
            ForecastWindow window,
            List<ForecastJob> jobs,
            int mostSteps,
            UnplannedJobs unplanned) {
        var plannings = Plannings.of(jobs, window.from());
        var census = new Census(window, mostSteps);
        plannings.all().forEach(census::add);
        var all = unplanned.and(plannings.unreadable());
        return new PlanForecast(
                asOf,
                window.from(),
                window.to(),
                window.step(),
                Arrays.stream(census.counts()).sum(),
                jobs.size() - plannings.unreadable().size(),
                census.estimated(),
                LongStream.of(census.counts()).boxed().toList(),
                Peaks.of(window, census.counts(), plannings.all()),
                NextRuns.of(window, plannings.all()),
                all.jobs(),
                all.totals());
    }
}
