package io.milvaion.scheduler.time.calendar;

/** When something is open, in epoch seconds. Immutable and safe to share. */
interface OpenTimes {

    long NONE = Long.MAX_VALUE;

    /** The first open second at or after this one; {@link #NONE} if it comes too late. */
    long nextOpen(long second);

    /** The first closed second at or after this one; {@link #NONE} if it comes too late. */
    long nextClosed(long second);

    default boolean isOpen(long second) {
        return nextOpen(second) == second;
    }
}
