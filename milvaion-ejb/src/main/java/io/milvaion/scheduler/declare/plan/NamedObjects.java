package io.milvaion.scheduler.declare.plan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is there of the objects that documents of one kind name. */
final class NamedObjects<T extends Record> {

    private final Map<Declaration.Key, ManagedObject> byName = new HashMap<>();
    private final Map<String, ManagedObject> byId = new HashMap<>();
    private final Map<String, T> present;

    private NamedObjects(List<ManagedObject> managed, Map<String, T> present) {
        for (var object : managed) {
            byName.put(object.key(), object);
            byId.put(object.id(), object);
        }
        this.present = present;
    }

    static <T extends Record> NamedObjects<T> find(
            Connection connection,
            ObjectKind<T> kind,
            List<Declaration<?>> declarations,
            boolean locked)
            throws SQLException {
        var named =
                ManagedRows.named(
                        connection, kind, declarations.stream().map(Declaration::name).toList());
        var ids = new HashSet<String>();
        named.forEach(object -> ids.add(object.id()));
        declarations.forEach(one -> candidate(one).ifPresent(ids::add));
        var managed = new HashSet<>(named);
        managed.addAll(ManagedRows.withIds(connection, kind, ids));
        return new NamedObjects<>(List.copyOf(managed), kind.present(connection, ids, locked));
    }

    /** The object that a document would take over. */
    private static Optional<String> candidate(Declaration<?> one) {
        return one.id() == null ? one.kind().idOf(one.name()) : Optional.of(one.id());
    }

    /** What is noted under the name of a document; null if nothing is, or its object is gone. */
    ManagedObject managed(Declaration<?> one) {
        var noted = byName.get(one.key());
        return noted == null || !present.containsKey(noted.id()) ? null : noted;
    }

    /** The object that a document means, which need not be there; null for a new one. */
    String idFor(Declaration<?> one) {
        var managed = managed(one);
        return managed == null ? candidate(one).orElse(null) : managed.id();
    }

    T present(String id) {
        return present.get(id);
    }

    /** The name under which a document's object is noted, if that is another one. */
    String otherOwner(Declaration<?> one, String id) {
        var wanted = one.id() == null ? id : one.id();
        var owner = wanted == null ? null : byId.get(wanted);
        return owner == null || owner.key().equals(one.key()) || !present.containsKey(wanted)
                ? null
                : owner.name();
    }
}
