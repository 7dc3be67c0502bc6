package io.milvaion.scheduler.declare.apply;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;

/** What would be done is not what the client has seen. */
public class StalePlan extends Refusal {

    private static final long serialVersionUID = 1L;

    StalePlan(String hash) {
        super(
                Kind.STALE,
                "stale-plan",
                "What would be done has changed since it was looked at",
                "Something has changed since; look at the plan again. Its hash is "
                        + hash
                        + " now.",
                Map.of("planHash", hash));
    }
}
