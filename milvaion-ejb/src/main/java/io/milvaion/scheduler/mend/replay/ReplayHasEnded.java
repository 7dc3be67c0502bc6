package io.milvaion.scheduler.mend.replay;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;
import java.util.UUID;

/** The replay is done or cancelled: it cannot be changed any more. */
public class ReplayHasEnded extends Refusal {

    private static final long serialVersionUID = 1L;

    ReplayHasEnded(UUID id, String state) {
        super(
                Kind.CONFLICT,
                "replay-has-ended",
                "The replay has ended",
                "Replay " + id + " is " + state + " already.",
                Map.of("id", id, "state", state));
    }
}
