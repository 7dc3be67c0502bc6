package io.milvaion.scheduler.declare.plan;

import io.milvaion.scheduler.job.version.FieldChange;
import java.util.List;
import java.util.Map;

/**
 * What is done to one object.
 *
 * @param index of its document; null when it is deleted because there is none
 * @param id null before it is created
 * @param wanted null when it is deleted
 * @param changes of its own fields
 * @param managing changes of what is noted about it: its labels, and its name when it is taken over
 */
public record PlannedStep<T extends Record>(
        Integer index,
        ObjectKind<T> kind,
        String name,
        String id,
        Action action,
        T wanted,
        Map<String, String> labels,
        List<FieldChange> changes,
        List<FieldChange> managing) {

    /** The same once the id of its object is known. */
    public PlannedStep<T> identified(String made) {
        return new PlannedStep<>(
                index, kind, name, made, action, wanted, labels, changes, managing);
    }
}
