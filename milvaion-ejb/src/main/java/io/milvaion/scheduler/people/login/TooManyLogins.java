package io.milvaion.scheduler.people.login;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.time.Duration;
import java.util.Map;

/** The password was not looked at. */
public class TooManyLogins extends Refusal {

    private static final long serialVersionUID = 1L;

    TooManyLogins(Duration wait) {
        super(
                Kind.TOO_MANY,
                "too-many-logins",
                "Too many logins have failed",
                "Wait " + wait.toSeconds() + " s, then try again.",
                Map.of("retryAfterSeconds", wait.toSeconds()));
    }
}
