package io.milvaion.scheduler.people.login;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;

/** This installation sends no mail, to anybody. */
public class NoMail extends Refusal {

    private static final long serialVersionUID = 1L;

    NoMail() {
        super(
                Kind.CONFLICT,
                "no-mail",
                "There is no mail here",
                "Ask an Admin for a new password: milvaion.mail.host and milvaion.http.public-url"
                        + " are not set.",
                Map.of());
    }
}
