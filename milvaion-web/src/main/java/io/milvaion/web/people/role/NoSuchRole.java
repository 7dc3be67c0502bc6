package io.milvaion.web.people.role;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;

/** There is no role of a name. */
public class NoSuchRole extends Refusal {

    private static final long serialVersionUID = 1L;

    NoSuchRole(String name) {
        super(
                Kind.NOT_FOUND,
                "role-not-found",
                "There is no such role",
                "There is no role " + name + ".",
                Map.of("role", name));
    }
}
