package io.milvaion.scheduler.time.timetable;

import java.time.Instant;
import java.util.Optional;

/**
 * Runs that follow the end of the run before: nobody knows them ahead, and whichever is planned
 * stands.
 */
public final class AfterEnd implements Timetable {

    @Override
    public Optional<Instant> firstAtOrAfter(Instant from) {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> nextAfter(Instant planned) {
        return Optional.empty();
    }

    @Override
    public boolean standsAt(Instant planned) {
        return true;
    }
}
