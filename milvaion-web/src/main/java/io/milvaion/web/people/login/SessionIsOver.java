package io.milvaion.web.people.login;

import io.milvaion.scheduler.ground.refusal.Refusal;
import io.milvaion.web.ground.problem.Challenging;
import java.util.Map;

/** There is no refresh token, or it is not good any more. */
class SessionIsOver extends Refusal implements Challenging {

    private static final long serialVersionUID = 1L;

    SessionIsOver() {
        super(
                Kind.UNAUTHENTICATED,
                "session-over",
                "The session is over",
                "Log in again.",
                Map.of());
    }

    @Override
    public String challenge() {
        return "Bearer realm=\"milvaion\"";
    }
}
