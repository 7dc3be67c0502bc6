package io.milvaion.scheduler.time.ical;

import biweekly.component.VEvent;
import java.time.Instant;
import java.util.stream.Stream;

/** An instance of a repeated event that has an event of its own, or none. */
record Moved(String uid, Instant instance) {

    static Stream<Moved> of(VEvent event) {
        return event.getRecurrenceId() == null || event.getUid() == null
                ? Stream.empty()
                : Stream.of(
                        new Moved(
                                event.getUid().getValue(),
                                event.getRecurrenceId().getValue().toInstant()));
    }
}
