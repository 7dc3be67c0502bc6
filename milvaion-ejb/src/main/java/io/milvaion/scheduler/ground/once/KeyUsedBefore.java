package io.milvaion.scheduler.ground.once;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;

/** The idempotency key belongs to an earlier request with other content. */
public class KeyUsedBefore extends Refusal {

    private static final long serialVersionUID = 1L;

    KeyUsedBefore(String key) {
        super(
                Kind.CONTRADICTION,
                "idempotency-key-used",
                "The idempotency key was used for another request",
                "Key " + key + " was used with another body within 24 hours.",
                Map.of());
    }
}
