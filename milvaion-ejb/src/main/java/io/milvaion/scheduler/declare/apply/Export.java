package io.milvaion.scheduler.declare.apply;

import io.milvaion.scheduler.declare.plan.Label;
import io.milvaion.scheduler.declare.plan.ManagedObject;
import io.milvaion.scheduler.declare.plan.ManagedRows;
import io.milvaion.scheduler.declare.plan.ObjectKind;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.reach.Reach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is there in the form of documents, by name. */
@ApplicationScoped
public class Export {

    @Inject Database database;

    /** An object, with what is noted about it. */
    public record Exported<T extends Record>(ManagedObject noted, boolean managed, T is) {}

    /**
     * The names of what is to be exported.
     *
     * @param managed whether documents have declared it
     */
    public record Named(ManagedObject noted, boolean managed) {}

    /**
     * Finds what there is, in the order of names.
     *
     * @param label that managed objects have, or null for all objects
     */
    public List<Named> named(ObjectKind<?> kind, Label label) {
        return database.autocommit(connection -> named(connection, kind, label));
    }

    private static List<Named> named(Connection connection, ObjectKind<?> kind, Label label)
            throws SQLException {
        var managed =
                ManagedRows.list(connection, kind, label).stream()
                        .collect(Collectors.toMap(ManagedObject::id, one -> one));
        var found = new ArrayList<Named>();
        kind.names(connection)
                .forEach(
                        (id, name) -> {
                            if (managed.containsKey(id)) {
                                found.add(new Named(managed.get(id), true));
                            } else if (label == null) {
                                var noted = new ManagedObject(kind.name(), name, id, Map.of());
                                found.add(new Named(noted, false));
                            }
                        });
        found.sort(Comparator.comparing(one -> one.noted().name()));
        return found;
    }

    /**
     * Reads the objects of a part of them; those that are gone meanwhile are left out.
     *
     * @param reach the jobs that may be read: others are left out, too
     */
    public <T extends Record> List<Exported<T>> read(
            ObjectKind<T> kind, List<Named> part, Reach reach) {
        var ids = part.stream().map(one -> one.noted().id()).toList();
        var present = database.autocommit(connection -> kind.present(connection, ids, false));
        var found = new ArrayList<Exported<T>>();
        for (var one : part) {
            var is = present.get(one.noted().id());
            if (is != null && kind.isReached(is, reach)) {
                found.add(new Exported<>(one.noted(), one.managed(), is));
            }
        }
        return found;
    }
}
