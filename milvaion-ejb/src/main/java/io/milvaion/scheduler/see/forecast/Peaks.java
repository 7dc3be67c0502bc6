package io.milvaion.scheduler.see.forecast;

import io.milvaion.scheduler.see.forecast.ForecastPeak.PeakJob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the steps with most runs, and whose they are. */
final class Peaks {

    private static final int LISTED = 5;

    private static final Comparator<PeakJob> MOST_FIRST =
            Comparator.<PeakJob>comparingLong(job -> -job.runs())
                    .thenComparing(PeakJob::jobName)
                    .thenComparing(PeakJob::jobId);

    private Peaks() {}

    /** The highest first, of equal ones the earliest. */
    static List<ForecastPeak> of(ForecastWindow window, long[] counts, List<Planning> plannings) {
        return IntStream.range(0, counts.length)
                .filter(index -> counts[index] > 0)
                .boxed()
                .sorted(Comparator.comparingLong(index -> -counts[index]))
                .limit(LISTED)
                .map(index -> peak(window.only(index), counts[index], plannings))
                .toList();
    }

    private static ForecastPeak peak(ForecastWindow step, long runs, List<Planning> plannings) {
        List<PeakJob> jobs = new ArrayList<>();
        for (var planning : plannings) {
            long each = runs(planning, step);
            if (each > 0) {
                planning.jobs().forEach(job -> jobs.add(new PeakJob(job.id(), job.name(), each)));
            }
        }
        return new ForecastPeak(
                step.from(),
                runs,
                jobs.size(),
                jobs.stream().sorted(MOST_FIRST).limit(ForecastPeak.LISTED).toList());
    }

    private static long runs(Planning planning, ForecastWindow step) {
        long runs = 0;
        for (var walk = new ForecastWalk(planning, step); walk.hasNext(); ) {
            runs += walk.step();
        }
        return runs;
    }
}
