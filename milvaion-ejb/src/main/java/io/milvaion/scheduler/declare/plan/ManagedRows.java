package io.milvaion.scheduler.declare.plan;

import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Statements on {@code managed_objects}, within the caller's transaction. */
public final class ManagedRows {

    private ManagedRows() {}

    /** Has others who change them wait until the transaction ends. */
    public static void lock(Connection connection) throws SQLException {
        Sql.of("lock table managed_objects in share row exclusive mode").update(connection);
    }

    /**
     * Reads those of a kind.
     *
     * @param label that they have, or null
     */
    public static List<ManagedObject> list(Connection connection, ObjectKind<?> kind, Label label)
            throws SQLException {
        return Sql.of("select * from managed_objects")
                .where("kind = :kind", kind.name())
                .where("labels @> array[:label::text]", label == null ? null : label.text())
                .then("order by lower(name)")
                .list(connection, ManagedObject::of);
    }

    static List<ManagedObject> named(
            Connection connection, ObjectKind<?> kind, Collection<String> names)
            throws SQLException {
        return Sql.of("select * from managed_objects")
                .where("kind = :kind", kind.name())
                .where("lower(name) = any (:names)")
                .texts("names", names.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList())
                .list(connection, ManagedObject::of);
    }

    static List<ManagedObject> withIds(
            Connection connection, ObjectKind<?> kind, Collection<String> ids) throws SQLException {
        return Sql.of("select * from managed_objects")
                .where("kind = :kind", kind.name())
                .where("object_id = any (:ids)")
                .texts("ids", ids)
                .list(connection, ManagedObject::of);
    }

    /** Notes what a step has left. */
    public static void write(Connection connection, PlannedStep<?> step) throws SQLException {
        if (step.action() == Action.DELETE) {
            Sql.of("delete from managed_objects where kind = :kind and object_id = :id")
                    .with("kind", step.kind().name())
                    .with("id", step.id())
                    .update(connection);
            return;
        }
        Sql.of(
                        """
                        insert into managed_objects (kind, name, object_id, labels)
                        values (:kind, :name, :id, :labels)
                        on conflict (kind, lower(name)) do update
                           set object_id = excluded.object_id, labels = excluded.labels""")
                .with("kind", step.kind().name())
                .with("name", step.name())
                .with("id", step.id())
                .texts("labels", Label.texts(step.labels()))
                .update(connection);
    }
}
