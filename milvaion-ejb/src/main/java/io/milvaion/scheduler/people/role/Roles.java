package io.milvaion.scheduler.people.role;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Limit;
import io.milvaion.scheduler.ground.refusal.ChangedMeanwhile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The roles there are. */
@ApplicationScoped
public class Roles {

    @Inject Database database;

    /** Reads all, by name; there are few. */
    public List<Role> list() {
        return database.autocommit(Roles::list);
    }

    /** Likewise in the caller's transaction. */
    public static List<Role> list(Connection connection) throws SQLException {
        return Sql.of("select * from roles order by built_in desc, name")
                .list(connection, Role::of);
    }

    /** Reads those of these names that there are; locks them, by name, if that is asked for. */
    public static List<Role> named(Connection connection, Collection<String> names, boolean locked)
            throws SQLException {
        return Sql.of("select * from roles where lower(name) in")
                .then("(select lower(n) from unnest(:names) n) order by name")
                .texts("names", names)
                .then(locked ? "for update" : "")
                .list(connection, Role::of);
    }

    public Optional<Role> find(String name) {
        return database.autocommit(connection -> find(connection, name));
    }

    /** What roles give together; a name without a role gives nothing. */
    public static Rights rights(Connection connection, Collection<String> names)
            throws SQLException {
        return Rights.of(
                Sql.of("select * from roles where name = any (:names)")
                        .texts("names", names)
                        .list(connection, Role::of));
    }

    /** What an account may. */
    public static Rights of(Connection connection, UUID account) throws SQLException {
        return rights(
                connection,
                Sql.of("select role from account_roles where account_id = :account")
                        .with("account", account)
                        .list(connection, row -> row.text("role")));
    }

    /**
     * Makes a role, or changes what it permits and to which jobs it is limited.
     *
     * @param expected what the caller takes it for; gets null if there is none
     * @throws RoleStays if it is part of the product
     */
    public Role put(
            String name, Set<Permission> permissions, Limit limit, Predicate<Role> expected) {
        return database.transaction(
                connection -> {
                    ChangedMeanwhile.unless(expected, lock(connection, name));
                    return put(connection, name, permissions, limit);
                });
    }

    /** Likewise within the caller's transaction. */
    public static Role put(
            Connection connection, String name, Set<Permission> permissions, Limit limit)
            throws SQLException {
        var before = find(connection, name);
        if (before.filter(Role::builtIn).isPresent()) {
            throw new RoleStays(name, "It is part of the product.");
        }
        limit.bind(
                        Sql.of(
                                """
                                insert into roles (name, built_in, permissions, limit_tags,
                                                   limit_worker_groups)
                                values (:name, false, :permissions, :limitTags, :limitGroups)
                                on conflict (lower(name)) do update
                                   set permissions = excluded.permissions,
                                       limit_tags = excluded.limit_tags,
                                       limit_worker_groups = excluded.limit_worker_groups"""))
                .with("name", name)
                .texts("permissions", permissions.stream().map(Permission::id).toList())
                .update(connection);
        var after = find(connection, name).orElseThrow();
        Audit.record(
                connection,
                Deed.of("role.put").on("role", name, name).changed(before.orElse(null), after));
        return after;
    }

    /**
     * Deletes a role; harmless if there is none.
     *
     * @param expected what the caller takes it for; gets null if there is none
     * @throws RoleStays if it is part of the product or somebody has it
     */
    public void delete(String name, Predicate<Role> expected) {
        database.transaction(
                connection -> {
                    ChangedMeanwhile.unless(expected, lock(connection, name));
                    delete(connection, name);
                    return null;
                });
    }

    /** Likewise within the caller's transaction. */
    public static void delete(Connection connection, String name) throws SQLException {
        var role = find(connection, name);
        if (role.isPresent()) {
            delete(connection, role.get());
        }
    }

    private static void delete(Connection connection, Role role) throws SQLException {
        if (role.builtIn()) {
            throw new RoleStays(role.name(), "It is part of the product.");
        }
        if (Sql.of("select from account_roles where role = :name")
                .with("name", role.name())
                .found(connection)) {
            throw new RoleStays(role.name(), "Somebody has it.");
        }
        Sql.of("delete from roles where name = :name").with("name", role.name()).update(connection);
        Audit.record(
                connection,
                Deed.of("role.delete").on("role", role.name(), role.name()).changed(role, null));
    }

    private static Role lock(Connection connection, String name) throws SQLException {
        return named(connection, List.of(name), true).stream().findFirst().orElse(null);
    }

    private static Optional<Role> find(Connection connection, String name) throws SQLException {
        return Sql.of("select * from roles where lower(name) = lower(:name)")
                .with("name", name)
                .first(connection, Role::of);
    }
}
