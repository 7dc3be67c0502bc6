package io.milvaion.scheduler.declare.plan;

import static java.util.stream.Collectors.toMap;

import io.milvaion.scheduler.job.version.FieldChange;
import java.util.List;
import java.util.Map;

/** Makes steps of what is there and what is wanted. */
final class Steps {

    private Steps() {}

    /**
     * @param before null if it is to be created
     * @param managed null if it is to be taken over, too
     */
    static <T extends Record> PlannedStep<T> declared(
            Declaration<T> one, String id, T before, T wanted, ManagedObject managed) {
        var name = managed == null ? one.name() : managed.name();
        var changes = shown(one.kind(), before, wanted);
        var managing = FieldChange.between(Noted.of(managed), new Noted(name, one.labels()));
        return new PlannedStep<>(
                one.index(),
                one.kind(),
                name,
                id,
                action(before, changes, managing),
                wanted,
                one.labels(),
                changes,
                managing);
    }

    /** What is different, with values as people see them: a changed secret looks the same. */
    private static <T extends Record> List<FieldChange> shown(
            ObjectKind<T> kind, T before, T wanted) {
        var from = before == null ? Map.<String, Object>of() : values(kind.shown(before));
        var to = wanted == null ? Map.<String, Object>of() : values(kind.shown(wanted));
        return FieldChange.between(before, wanted).stream()
                .map(FieldChange::field)
                .map(field -> new FieldChange(field, from.get(field), to.get(field)))
                .toList();
    }

    private static Map<String, Object> values(Record of) {
        return FieldChange.between(null, of).stream()
                .collect(toMap(FieldChange::field, FieldChange::to));
    }

    private static Action action(
            Object before, List<FieldChange> changes, List<FieldChange> managing) {
        if (before == null) {
            return Action.CREATE;
        }
        return changes.isEmpty() && managing.isEmpty() ? Action.UNCHANGED : Action.UPDATE;
    }

    static <T extends Record> PlannedStep<T> pruned(
            ObjectKind<T> kind, ManagedObject object, T before) {
        return new PlannedStep<>(
                null,
                kind,
                object.name(),
                object.id(),
                Action.DELETE,
                null,
                Map.of(),
                shown(kind, before, null),
                List.of());
    }
}
