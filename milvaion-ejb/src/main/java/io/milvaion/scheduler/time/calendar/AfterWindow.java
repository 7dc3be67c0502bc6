package io.milvaion.scheduler.time.calendar;

import io.milvaion.scheduler.time.timetable.Timetable;
import java.time.Instant;
import java.util.Optional;

/**
 * Puts runs that fall on closed times off to the first open instant: all those of one closed time
 * are one run then.
 */
record AfterWindow(Timetable base, DaysOpen open) implements Timetable {

    @Override
    public Optional<Instant> firstAtOrAfter(Instant from) {
        return nextAfter(Bounds.before(from));
    }

    @Override
    public Optional<Instant> nextAfter(Instant planned) {
        if (Bounds.isFar(planned)) {
            return Optional.empty();
        }
        long second = planned.getEpochSecond();
        if (!open.isOpen(second)) {
            var since = Instant.ofEpochSecond(open.closedSince(second));
            if (base.firstAtOrAfter(since).filter(run -> !run.isAfter(planned)).isPresent()) {
                return opening(second);
            }
        }
        return base.nextAfter(planned).flatMap(this::place);
    }

    /** When a run of the timetable below is made. */
    Optional<Instant> place(Instant run) {
        return open.isOpen(run) ? Optional.of(run) : opening(run.getEpochSecond());
    }

    private Optional<Instant> opening(long closed) {
        long next = open.nextOpen(closed);
        return next == OpenTimes.NONE ? Optional.empty() : Optional.of(Instant.ofEpochSecond(next));
    }
}
