package io.milvaion.scheduler.time.misfire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one pop of a job does with its due instants.
 *
 * @param run the planned instant to run now, if any
 * @param skipped those that will not run, oldest first: one entry each, or a single entry for all
 *     of them when there are more than {@value Misfires#MOST_LISTED}
 * @param next the job's next planned instant, which may be due already; empty: nothing more planned
 * @param late whether {@code run} is later than the misfire threshold
 */
public record MisfirePlan(
        Optional<Instant> run, List<SkippedRange> skipped, Optional<Instant> next, boolean late) {

    public MisfirePlan {
        skipped = List.copyOf(skipped);
    }

    /** Whether the pop came too late for any of the instants that it deals with. */
    public boolean isMisfire() {
        return late || !skipped.isEmpty();
    }
}
