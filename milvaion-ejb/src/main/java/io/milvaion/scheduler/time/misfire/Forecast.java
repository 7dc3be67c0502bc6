package io.milvaion.scheduler.time.misfire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of all instants of a job that are due.
 *
 * @param runs how many will run
 * @param late how many of these are later than the misfire threshold
 * @param skipped how many will not run
 * @param firstRuns the oldest {@value MOST_LISTED} that will run, oldest first
 * @param next the planned instant after them; the first undecided one if not {@code complete}
 * @param complete false when more were due than were looked at
 */
public record Forecast(
        long runs,
        long late,
        long skipped,
        List<Instant> firstRuns,
        Optional<Instant> next,
        boolean complete) {

    static final int MOST_LISTED = 20;

    public Forecast {
        firstRuns = List.copyOf(firstRuns);
    }

    /** Nothing is due. */
    public static Forecast nothingDue(Optional<Instant> next) {
        return new Forecast(0, 0, 0, List.of(), next, true);
    }

    /** Whether anything comes too late. */
    public boolean isMisfire() {
        return late > 0 || skipped > 0;
    }

    /** Adds up plans. */
    static final class Builder {

        private final List<Instant> firstRuns = new ArrayList<>();
        private long runs;
        private long late;
        private long skipped;

        void runs(Instant run, boolean isLate) {
            runs++;
            late += isLate ? 1 : 0;
            if (firstRuns.size() < MOST_LISTED) {
                firstRuns.add(run);
            }
        }

        void skips(List<SkippedRange> ranges) {
            ranges.forEach(range -> skipped += range.count());
        }

        Forecast build(Optional<Instant> next, boolean moreAreDue) {
            return new Forecast(runs, late, skipped, firstRuns, next, !moreAreDue);
        }
    }
}
