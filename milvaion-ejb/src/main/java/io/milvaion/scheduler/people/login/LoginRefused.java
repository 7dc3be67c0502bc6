package io.milvaion.scheduler.people.login;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;

/** The same for each reason, so that nobody learns which names there are. */
public class LoginRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    LoginRefused() {
        super(
                Kind.UNAUTHENTICATED,
                "login-refused",
                "The login is refused",
                "Name or password is wrong, or the account is disabled.",
                Map.of());
    }
}
