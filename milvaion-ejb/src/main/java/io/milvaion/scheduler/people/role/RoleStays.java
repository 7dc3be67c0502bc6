package io.milvaion.scheduler.people.role;

import io.milvaion.scheduler.ground.refusal.Refusal;
import java.util.Map;

/** A role cannot be changed or deleted. */
public class RoleStays extends Refusal {

    private static final long serialVersionUID = 1L;

    RoleStays(String name, String reason) {
        super(
                Kind.CONFLICT,
                "role-stays",
                "The role stays as it is",
                name + ": " + reason,
                Map.of("role", name));
    }
}
