package io.milvaion.scheduler.state.occurrence;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.event.LiveEvent;
import java.util.List;
import java.util.Locale;

/** Makes the live events of occurrences; a newer one of the same occurrence replaces an older. */
public final class OccurrenceEvents {

    private OccurrenceEvents() {}

    /** An occurrence has come into the state it is in. */
    public static LiveEvent entered(OccurrenceSnapshot now) {
        return event(nameOf(now.state()), now);
    }

    /** An occurrence has made progress; its state is the same as before. */
    public static LiveEvent progress(OccurrenceSnapshot now) {
        return event("progress", now);
    }

    private static LiveEvent event(String what, OccurrenceSnapshot now) {
        return new LiveEvent(
                "occurrence." + what,
                List.of("occurrences", "occurrence:" + now.id(), "job:" + now.jobId()),
                now.id().toString(),
                now,
                true);
    }

    private static String nameOf(OccurrenceState state) {
        return state == OccurrenceState.TIMED_OUT
                ? "timedOut"
                : state.name().toLowerCase(Locale.ROOT);
    }
}
