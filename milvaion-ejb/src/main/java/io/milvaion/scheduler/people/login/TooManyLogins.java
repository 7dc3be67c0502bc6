package io.milvaion.scheduler.people.login;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.time.Duration;
import java.util.Map;

/** Neither a password nor anything else was looked at. */
public class TooManyLogins extends Refusal {

    private static final long serialVersionUID = 1L;

    TooManyLogins(Duration wait) {
        super(
                Kind.TOO_MANY,
                "too-many-logins",
                "Too many attempts",
                "Wait " + wait.toSeconds() + " s, then try again.",
                Map.of("retryAfterSeconds", wait.toSeconds()));
    }
}
