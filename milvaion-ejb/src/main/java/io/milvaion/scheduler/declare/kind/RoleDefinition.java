package io.milvaion.scheduler.declare.kind;

import java.util.List;

/**
 * What people decide about a role.
 *
 * @param permissions their names, each once, in their order
 */
public record RoleDefinition(List<String> permissions) {

    public RoleDefinition {
        permissions = permissions.stream().distinct().sorted().toList();
    }
}
