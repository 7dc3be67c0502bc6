package io.milvaion.scheduler.see.forecast;

import io.milvaion.scheduler.time.timetable.Timetable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Jobs that run at the same instants.
 *
 * @param first the first of these that is not before the forecast
 */
record Planning(Timetable timetable, Instant first, List<ForecastJob> jobs) {

    /** The first planned instant at or after one. */
    Optional<Instant> atOrAfter(Instant at) {
        return at.isAfter(first) ? timetable.firstAtOrAfter(at) : Optional.of(first);
    }
}
