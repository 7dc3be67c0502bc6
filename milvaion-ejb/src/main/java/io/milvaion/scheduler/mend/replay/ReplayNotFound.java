package io.milvaion.scheduler.mend.replay;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;
import java.util.UUID;

/** There is no replay with this id. */
public class ReplayNotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    ReplayNotFound(UUID id) {
        super(
                Kind.NOT_FOUND,
                "replay-not-found",
                "There is no such replay",
                "There is no replay " + id + ".",
                Map.of("id", id));
    }
}
