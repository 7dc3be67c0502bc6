package io.milvaion.scheduler.state.tally;

import io.milvaion.contract.OccurrenceState;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What is counted of a run.
 *
 * @param state Running: it has started for the first time; else as what it has ended
 * @param at when
 * @param valueMs how late it has started, or how long a Completed one took; null if nobody knows
 * @param count 1; -1 takes one off that was counted before
 */
public record RunFact(
        UUID jobId, String jobType, OccurrenceState state, Instant at, Long valueMs, int count) {

    private static final long LONGEST = Duration.ofDays(3_650).toMillis();

    /** A run that has started; clocks that differ may say that it was early. */
    public static RunFact started(UUID jobId, String jobType, Instant plannedAt, Instant at) {
        long late = within(at.toEpochMilli() - plannedAt.toEpochMilli());
        return new RunFact(jobId, jobType, OccurrenceState.RUNNING, at, late, 1);
    }

    /**
     * A run that has ended.
     *
     * @param durationMs or null
     */
    public static RunFact ended(
            UUID jobId, String jobType, OccurrenceState state, Instant at, Long durationMs) {
        boolean measured = state == OccurrenceState.COMPLETED && durationMs != null;
        return new RunFact(jobId, jobType, state, at, measured ? within(durationMs) : null, 1);
    }

    /** What a worker says may be anything; a sum of these has to fit into a column. */
    private static Long within(long millis) {
        return Math.max(0, Math.min(millis, LONGEST));
    }

    /** A run that was counted as ended and turns out to have ended otherwise. */
    public static RunFact replaced(UUID jobId, String jobType, OccurrenceState state, Instant at) {
        return new RunFact(jobId, jobType, state, at, null, -1);
    }
}
