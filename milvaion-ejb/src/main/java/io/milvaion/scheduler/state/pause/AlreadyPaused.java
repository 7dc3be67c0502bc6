package io.milvaion.scheduler.state.pause;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;

/** A pause of the same scope lasts: nothing was changed. */
public class AlreadyPaused extends Refusal {

    private static final long serialVersionUID = 1L;

    AlreadyPaused(Pause lasting) {
        super(
                Kind.CONFLICT,
                "already-paused",
                "It is paused already",
                lasting.sentence(),
                Map.of("pauseId", lasting.id()));
    }
}
