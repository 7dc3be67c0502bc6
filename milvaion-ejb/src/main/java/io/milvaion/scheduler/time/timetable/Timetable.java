package io.milvaion.scheduler.time.timetable;

import java.time.Instant;
import java.util.Optional;

/**
 * The planned instants of a job, in whole milliseconds. Immutable and safe to share; what it
 * answers depends on its arguments only.
 */
public interface Timetable {

    /** The first planned instant at or after the given one; empty when nothing is planned. */
    Optional<Instant> firstAtOrAfter(Instant from);

    /** The planned instant that follows the given one; empty when nothing more is planned. */
    Optional<Instant> nextAfter(Instant planned);

    /** Whether an instant is planned, or was by rules of before that still stand. */
    default boolean standsAt(Instant planned) {
        return firstAtOrAfter(planned).filter(planned::equals).isPresent();
    }

    /**
     * Whether a change of clocks leaves its rhythm in real time as it is. Otherwise it names local
     * times.
     */
    default boolean isInterval() {
        return false;
    }

    /**
     * How many planned instants each whole minute has that has any, where that is certain and more
     * than one; else 1.
     */
    default int runsInAMinute() {
        return 1;
    }

    /** A single instant; a part finer than a millisecond is cut. */
    static Timetable once(Instant at) {
        return Once.at(at);
    }

    /** No instant: the job runs by triggers only. */
    static Timetable none() {
        return Once.NEVER;
    }
}
