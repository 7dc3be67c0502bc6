package io.milvaion.web.mcp;

import java.util.List;
import java.util.Map;

/**
 * What people want done, and the operation of the REST interface that does it.
 *
 * @param about for who chooses; null: what the operation says of itself
 * @param only the arguments that it has, all of them required; empty: those of the operation
 * @param defaults values of arguments that are left out
 * @param anyOf of these the caller has to have one; for operations that need what depends on their
 *     arguments
 */
record Tool(
        String name,
        String operation,
        String about,
        List<String> only,
        Map<String, Object> defaults,
        List<String> anyOf) {

    static Tool tool(String name, String operation) {
        return new Tool(name, operation, null, List.of(), Map.of(), List.of());
    }

    Tool saying(String text) {
        return new Tool(name, operation, text, only, defaults, anyOf);
    }

    Tool with(String argument, Object value) {
        return new Tool(name, operation, about, only, Map.of(argument, value), anyOf);
    }

    Tool only(String... arguments) {
        return new Tool(name, operation, about, List.of(arguments), defaults, anyOf);
    }

    Tool forAnyOf(String... permissions) {
        return new Tool(name, operation, about, only, defaults, List.of(permissions));
    }
}
