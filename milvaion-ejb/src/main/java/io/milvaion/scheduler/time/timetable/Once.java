package io.milvaion.scheduler.time.timetable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** One instant at most. */
record Once(Optional<Instant> at) implements Timetable {

    static final Once NEVER = new Once(Optional.empty());

    static Once at(Instant instant) {
        return new Once(Optional.of(instant.truncatedTo(ChronoUnit.MILLIS)));
    }

    @Override
    public Optional<Instant> firstAtOrAfter(Instant from) {
        return at.filter(instant -> !instant.isBefore(from));
    }

    @Override
    public Optional<Instant> nextAfter(Instant planned) {
        return at.filter(instant -> instant.isAfter(planned));
    }
}
