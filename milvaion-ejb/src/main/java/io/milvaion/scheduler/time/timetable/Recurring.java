package io.milvaion.scheduler.time.timetable;

import io.milvaion.scheduler.time.rrule.Recurrence;
import java.time.Instant;
import java.util.Optional;

/** The instants of a recurrence of iCalendar. */
public record Recurring(Recurrence recurrence) implements Timetable {

    @Override
    public Optional<Instant> firstAtOrAfter(Instant from) {
        return recurrence.nextAtOrAfter(from);
    }

    @Override
    public Optional<Instant> nextAfter(Instant planned) {
        return recurrence.nextAfter(planned);
    }
}
