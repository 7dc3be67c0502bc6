package io.milvaion.scheduler.see.statistics;

import org.jspecify.annotations.Nullable;

/**
 * What became of runs.
 *
 * @param started for the first time
 * @param ended in any state, by when they ended
 * @param successRate the part that is Completed of those that were not cancelled, from 0 to 1; null
 *     if there are none
 * @param durations of Completed runs, their last attempts
 * @param lateness from the planned instant of runs to their first start
 */
public record RunNumbers(
        long started,
        long ended,
        long completed,
        long failed,
        long timedOut,
        long cancelled,
        long unknown,
        @Nullable Double successRate,
        @Nullable DurationSpread durations,
        @Nullable DurationSpread lateness) {}
