package io.milvaion.scheduler.people.elsewhere;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;

/** Somebody has proved who they are, but has nothing to do here. */
public class NotAdmitted extends Refusal {

    private static final long serialVersionUID = 1L;

    private NotAdmitted(String detail) {
        super(Kind.FORBIDDEN, "not-admitted", "You are not admitted", detail, Map.of());
    }

    static NotAdmitted withoutRole() {
        return new NotAdmitted("None of your groups has a role here.");
    }

    static NotAdmitted disabled() {
        return new NotAdmitted("Your account here is disabled.");
    }
}
