package io.milvaion.web.ground.limit;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;

/** Somebody asks for too much that is expensive. */
public class TooManyRequests extends Refusal {

    private static final long serialVersionUID = 1L;

    TooManyRequests(long seconds) {
        super(
                Kind.TOO_MANY,
                "too-many-requests",
                "Too many requests",
                "This costs much. Wait " + seconds + " s, then try again.",
                Map.of("retryAfterSeconds", seconds));
    }
}
