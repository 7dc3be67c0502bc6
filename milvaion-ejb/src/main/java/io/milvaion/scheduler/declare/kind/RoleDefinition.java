package io.milvaion.scheduler.declare.kind;

import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.people.role.Permission;
import io.milvaion.scheduler.people.role.Role;
import java.util.List;

/**
 * What people decide about a role.
 *
 * @param permissions their names, in their order
 * @param limit the jobs that it is for; null: all
 */
public record RoleDefinition(List<String> permissions, Limit limit) {

    public static RoleDefinition of(Role role) {
        return new RoleDefinition(
                role.permissions().stream().map(Permission::id).sorted().toList(),
                role.limit().orNull());
    }
}
