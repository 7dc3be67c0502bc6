package io.milvaion.scheduler.ground.once;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;

/** The request that has the idempotency key has not been answered yet. */
public class KeyInUse extends Refusal {

    private static final long serialVersionUID = 1L;

    KeyInUse(String key) {
        super(
                Kind.CONFLICT,
                "idempotency-key-in-use",
                "The request with this idempotency key is being carried out",
                "A request with key " + key + " has not been answered yet; repeat this one later.",
                Map.of());
    }
}
