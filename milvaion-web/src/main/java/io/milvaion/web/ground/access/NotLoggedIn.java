package io.milvaion.web.ground.access;

import io.milvaion.scheduler.ground.refusal.Refusal;
import io.milvaion.web.ground.problem.Challenging;
import java.util.Map;

/** Only known callers are answered here. */
public class NotLoggedIn extends Refusal implements Challenging {

    private static final long serialVersionUID = 1L;

    private final String challenge;

    NotLoggedIn(String challenge) {
        super(
                Kind.UNAUTHENTICATED,
                "unauthenticated",
                "Nobody has logged in",
                "Show a good access token or API key: Authorization: Bearer …",
                Map.of());
        this.challenge = challenge;
    }

    @Override
    public String challenge() {
        return challenge;
    }
}
