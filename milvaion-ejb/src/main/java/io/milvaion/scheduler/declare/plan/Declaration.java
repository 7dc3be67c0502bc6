package io.milvaion.scheduler.declare.plan;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A document.
 *
 * @param index its place among the documents, from 0
 * @param id of the object that it may take over, or null
 * @param spec what it wants; gets what is there, or null
 */
public record Declaration<T extends Record>(
        int index,
        ObjectKind<T> kind,
        String name,
        String id,
        Map<String, String> labels,
        Function<T, WantedObject<T>> spec) {

    /** The same for two documents of one object. */
    Key key() {
        return Key.of(kind, name);
    }

    /** How objects are told apart: names that differ in case only are the same. */
    record Key(String kind, String name) {

        static Key of(ObjectKind<?> kind, String name) {
            return new Key(kind.name(), name.toLowerCase(Locale.ROOT));
        }
    }
}
