package io.milvaion.scheduler.declare.plan;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.job.catalog.OutOfReach;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares documents with what is there, in the caller's transaction. */
public final class Planner {

    /** So many are compared in much less than the seconds that a transaction may do nothing. */
    private static final int PORTION = 100;

    private final Connection connection;
    private final Request request;
    private final Instant now;
    private final boolean locked;
    private final SortedMap<Integer, List<Violation>> violations = new TreeMap<>();
    private final List<PlannedStep<?>> steps = new ArrayList<>();

    /**
     * @param now the Redis clock
     * @param locked whether what is there is to stay so until the transaction ends
     */
    public Planner(Connection connection, Request request, Instant now, boolean locked) {
        this.connection = connection;
        this.request = request;
        this.now = now;
        this.locked = locked;
    }

    /**
     * @throws InvalidInput naming everything that is wrong in all documents
     */
    public ChangePlan plan() throws SQLException {
        requireEachOnce();
        var byKind = request.declarations().stream().collect(groupingBy(Declaration::kind));
        var kinds = byKind.keySet().stream().sorted(comparingInt(ObjectKind::rank)).toList();
        for (var kind : kinds) {
            declare(kind, byKind.get(kind));
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations.values().stream().flatMap(List::stream).toList());
        }
        steps.sort((a, b) -> Integer.compare(a.index(), b.index()));
        if (request.prune() != null) {
            for (var kind : request.kinds()) {
                prune(kind);
            }
        }
        return new ChangePlan(List.copyOf(steps));
    }

    /** What comes twice is looked at all the same: everything that is wrong with it is named. */
    private void requireEachOnce() {
        var byKey = new HashMap<Declaration.Key, Declaration<?>>();
        for (var one : request.declarations()) {
            var other = byKey.putIfAbsent(one.key(), one);
            if (other != null) {
                wrong(one.index(), "metadata.name", "Document " + other.index() + " declares it.");
            }
        }
    }

    @SuppressWarnings("unchecked") // declarations of a kind
    private <T extends Record> void declare(ObjectKind<T> kind, List<Declaration<?>> declarations)
            throws SQLException {
        var objects = NamedObjects.find(connection, kind, declarations, locked);
        for (var one : declarations) {
            step(objects, (Declaration<T>) one);
        }
    }

    private <T extends Record> void step(NamedObjects<T> objects, Declaration<T> one)
            throws SQLException {
        var managed = objects.managed(one);
        var id = objects.idFor(one);
        var before = id == null ? null : objects.present(id);
        requireReached(one.kind(), before);
        if (before != null && managed == null && !request.adopt()) {
            wrong(
                    one.index(),
                    "metadata",
                    one.kind().name()
                            + " "
                            + id
                            + " is there and was never declared; ?adopt=true takes it over.");
        }
        var owner = objects.otherOwner(one, id);
        if (owner != null) {
            wrong(one.index(), "metadata.id", "This is declared as " + owner + ".");
        }
        var wanted = one.spec().apply(before);
        requireReached(one.kind(), wanted.value());
        one.kind()
                .violations(wanted, before, now)
                .forEach(v -> wrong(one.index(), "spec." + v.field(), v.message()));
        one.kind().expect(one.name(), wanted.value());
        add(Steps.declared(one, before == null ? null : id, before, wanted.value(), managed));
    }

    private <T extends Record> void prune(ObjectKind<T> kind) throws SQLException {
        var declared = declaredNames(kind);
        var gone =
                ManagedRows.list(connection, kind, request.prune()).stream()
                        .filter(is -> !declared.contains(is.key()))
                        .toList();
        var present =
                kind.present(connection, gone.stream().map(ManagedObject::id).toList(), locked);
        for (var object : gone) {
            var before = present.get(object.id());
            if (before != null && kind.isReached(before, request.reach())) {
                add(Steps.pruned(kind, object, before));
            }
        }
    }

    /** Between portions the database hears that this node is still there. */
    private void add(PlannedStep<?> step) throws SQLException {
        steps.add(step);
        if (steps.size() % PORTION == 0) {
            Sql.of("select 1").first(connection, row -> true);
        }
    }

    private Set<Declaration.Key> declaredNames(ObjectKind<?> kind) {
        var names = new HashSet<Declaration.Key>();
        request.declarations().stream()
                .filter(one -> one.kind().name().equals(kind.name()))
                .forEach(one -> names.add(one.key()));
        return names;
    }

    private <T extends Record> void requireReached(ObjectKind<T> kind, T is) {
        if (is != null && !kind.isReached(is, request.reach())) {
            throw new OutOfReach();
        }
    }

    private void wrong(int index, String path, String message) {
        violations
                .computeIfAbsent(index, i -> new ArrayList<>())
                .add(new Violation("documents[" + index + "]." + path, message));
    }
}
