package io.milvaion.scheduler.people.role;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.reach.Limit;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A named set of permissions.
 *
 * @param builtIn part of the product: nobody changes it
 * @param limit the jobs that it is for
 */
public record Role(String name, boolean builtIn, Set<Permission> permissions, Limit limit) {

    public Role {
        permissions = Set.copyOf(permissions);
    }

    /** Reads a row of {@code roles}. */
    public static Role of(Row row) throws SQLException {
        var name = row.text("name");
        boolean builtIn = row.flag("built_in");
        var permissions =
                builtIn
                        ? BuiltInRole.named(name).map(BuiltInRole::permissions).orElse(Set.of())
                        : permissions(row.texts("permissions"));
        return new Role(name, builtIn, permissions, Limit.of(row));
    }

    /** Those of the names that this version knows: an unknown one permits nothing. */
    public static Set<Permission> permissions(Collection<String> ids) {
        return ids.stream()
                .map(Permission::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
