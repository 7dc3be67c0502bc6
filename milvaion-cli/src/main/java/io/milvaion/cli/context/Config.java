package io.milvaion.cli.context;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the file holds.
 *
 * @param current name of the context that is used where none is named; may be null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Config(String current, Map<String, Context> contexts) {

    static final Config EMPTY = new Config(null, Map.of());

    public Config {
        contexts = contexts == null ? Map.of() : Map.copyOf(contexts);
    }

    /** With this one, which is used from now on. */
    Config with(String name, Context context) {
        var all = new TreeMap<>(contexts);
        all.put(name, context);
        return new Config(name, all);
    }

    Config without(String name) {
        var all = new TreeMap<>(contexts);
        all.remove(name);
        return new Config(name.equals(current) ? null : current, all);
    }

    Config using(String name) {
        return new Config(name, contexts);
    }
}
