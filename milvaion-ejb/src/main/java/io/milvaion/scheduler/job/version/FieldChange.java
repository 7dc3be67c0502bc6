package io.milvaion.scheduler.job.version;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A field that is different in two records, such as definitions of jobs.
 *
 * @param field its name, also in JSON
 * @param from its value in the first one, or null
 * @param to its value in the second one, or null
 */
public record FieldChange(String field, Object from, Object to) {

    /** Each look at a class makes them anew, which takes longer than a comparison. */
    private static final ClassValue<RecordComponent[]> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected RecordComponent[] computeValue(Class<?> type) {
                    return type.getRecordComponents();
                }
            };

    /**
     * Compares two records field by field, in the order of the fields.
     *
     * @param from null: nothing, of which each field is null
     * @param to likewise
     */
    public static <R extends Record> List<FieldChange> between(R from, R to) {
        var changes = new ArrayList<FieldChange>();
        collect(from, to, changes);
        return changes;
    }

    /** A record that is unwrapped in JSON stands for its fields. */
    private static void collect(Record from, Record to, List<FieldChange> changes) {
        for (var field : COMPONENTS.get((from == null ? to : from).getClass())) {
            var before = value(field, from);
            var after = value(field, to);
            if (field.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                collect((Record) before, (Record) after, changes);
            } else if (!Objects.equals(before, after)) {
                changes.add(new FieldChange(field.getName(), before, after));
            }
        }
    }

    private static Object value(RecordComponent field, Record of) {
        if (of == null) {
            return null;
        }
        try {
            return field.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record does not show its field", e);
        }
    }
}
