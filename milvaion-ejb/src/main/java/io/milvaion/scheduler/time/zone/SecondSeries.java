package io.milvaion.scheduler.time.zone;

/**
 * Seconds in order: instants in epoch seconds, or local date-times without regard to any zone, each
 * counted from 1970-01-01T00:00 as if it were UTC.
 */
@FunctionalInterface
public interface SecondSeries {

    long NONE = Long.MIN_VALUE;

    /** The first of {@code from}..{@code to}, both included, or {@link #NONE}. */
    long next(long from, long to);
}
