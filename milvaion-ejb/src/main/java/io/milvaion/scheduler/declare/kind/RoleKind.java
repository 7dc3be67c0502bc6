package io.milvaion.scheduler.declare.kind;

import static java.util.stream.Collectors.toMap;

import io.milvaion.scheduler.declare.plan.ObjectKind;
import io.milvaion.scheduler.declare.plan.WantedObject;
import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.people.role.Role;
import io.milvaion.scheduler.people.role.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Roles of an installation's own. Their ids are their names in lower case, by which they differ.
 */
@ApplicationScoped
public class RoleKind implements ObjectKind<RoleDefinition> {

    @Override
    public String name() {
        return "Role";
    }

    @Override
    public Optional<String> idOf(String name) {
        return Optional.of(id(name));
    }

    @Override
    public Map<String, RoleDefinition> present(
            Connection connection, Collection<String> ids, boolean locked) throws SQLException {
        return Roles.named(connection, ids, locked).stream()
                .filter(role -> !role.builtIn())
                .collect(toMap(role -> id(role.name()), RoleDefinition::of));
    }

    private static String id(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public Map<String, String> names(Connection connection) throws SQLException {
        return Roles.list(connection).stream()
                .filter(role -> !role.builtIn())
                .map(Role::name)
                .collect(toMap(RoleKind::id, Function.identity()));
    }

    @Override
    public List<Violation> violations(
            WantedObject<RoleDefinition> wanted, RoleDefinition before, Instant now) {
        return wanted.unreadable();
    }

    @Override
    public Done create(Connection connection, String name, RoleDefinition wanted, String actor)
            throws SQLException {
        return put(connection, name, wanted);
    }

    @Override
    public Done edit(Connection connection, String id, RoleDefinition wanted, String actor)
            throws SQLException {
        return put(connection, id, wanted);
    }

    private static Done put(Connection connection, String name, RoleDefinition wanted)
            throws SQLException {
        var limit = wanted.limit() == null ? Limit.NONE : wanted.limit();
        var permissions = Role.permissions(wanted.permissions());
        var role = Roles.put(connection, name, permissions, limit);
        return new Done(id(role.name()), () -> {});
    }

    @Override
    public Done delete(Connection connection, String id, String actor) throws SQLException {
        Roles.delete(connection, id);
        return new Done(id, () -> {});
    }
}
