package io.milvaion.scheduler.state.pause;

import io.milvaion.scheduler.ground.event.LiveEvent;
import java.time.Instant;

/** Makes the live events of pauses. */
final class PauseEvents {

    private record PauseFacts(PauseScope scope, String reason, String pausedBy, Instant until) {}

    private PauseEvents() {}

    static LiveEvent paused(Pause pause) {
        return of("dispatching.paused", pause);
    }

    static LiveEvent ended(Pause pause) {
        return of("dispatching.pauseEnded", pause);
    }

    private static LiveEvent of(String type, Pause pause) {
        return LiveEvent.system(
                type,
                pause.id().toString(),
                new PauseFacts(pause.scope(), pause.reason(), pause.pausedBy(), pause.until()));
    }
}
