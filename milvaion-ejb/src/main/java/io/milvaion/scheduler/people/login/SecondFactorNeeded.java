package io.milvaion.scheduler.people.login;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;

/** The password was right, which only who knew it is told; a good code is missing. */
public class SecondFactorNeeded extends Refusal {

    private static final long serialVersionUID = 1L;

    private SecondFactorNeeded(String detail) {
        super(
                Kind.UNAUTHENTICATED,
                "second-factor-needed",
                "The login needs a second factor",
                detail,
                Map.of("missing", "code"));
    }

    static SecondFactorNeeded missing() {
        return new SecondFactorNeeded("Send the code of the authenticator app, too, as code.");
    }

    static SecondFactorNeeded wrong() {
        return new SecondFactorNeeded(
                "The code is wrong, or was used already: wait for the next one of the app.");
    }
}
