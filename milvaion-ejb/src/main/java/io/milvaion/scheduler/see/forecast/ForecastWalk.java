package io.milvaion.scheduler.see.forecast;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Goes through the planned instants of a window, one by one, or by whole minutes where each has as
 * many. For one thread.
 */
final class ForecastWalk {

    private final Planning planning;
    private final ForecastWindow window;
    private final Instant first; // null: there is none
    private Optional<Instant> next;
    private Instant measuredFrom; // the second instant: the first may be off the rhythm
    private long measured;

    ForecastWalk(Planning planning, ForecastWindow window) {
        this.planning = planning;
        this.window = window;
        next = planning.atOrAfter(window.from());
        first = next.orElse(null);
    }

    boolean hasNext() {
        return next.isPresent() && next.get().isBefore(window.to());
    }

    /** The instant at which it stands. */
    Instant at() {
        return next.orElseThrow();
    }

    /** Goes on, and tells how many runs lie behind that step, all in one minute. */
    int step() {
        var minute = at().truncatedTo(ChronoUnit.MINUTES);
        int inMinute = planning.timetable().runsInAMinute();
        boolean whole = inMinute > 1 && minute.isAfter(first);
        next =
                whole
                        ? planning.timetable().firstAtOrAfter(minute.plus(1, ChronoUnit.MINUTES))
                        : planning.timetable().nextAfter(at());
        int behind = whole ? inMinute : 1;
        if (measuredFrom == null) {
            measuredFrom = next.orElse(null);
        } else {
            measured += behind;
        }
        return behind;
    }

    /** Runs a millisecond so far, after two steps or more. */
    double frequency() {
        return measured / (double) (at().toEpochMilli() - measuredFrom.toEpochMilli());
    }
}
