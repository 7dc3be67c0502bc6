package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.scheduler.ground.event.LiveEvent;
import java.util.List;
import java.util.Map;

/** Makes the live events of the list of failed occurrences. */
final class FailureEvents {

    private FailureEvents() {}

    static LiveEvent resolved(long count) {
        return event("failures.resolved", count);
    }

    static LiveEvent deleted(long count) {
        return event("failures.deleted", count);
    }

    private static LiveEvent event(String type, long count) {
        return new LiveEvent(type, List.of("occurrences"), null, Map.of("count", count));
    }
}
