package io.milvaion.web.ground.description;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Components that nothing refers to. */
final class Unused {

    private Unused() {}

    static void drop(ObjectNode document) {
        var text = document.toString();
        for (var kind : document.get("components").properties()) {
            if (!kind.getKey().equals("securitySchemes")) {
                var start = "\"#/components/" + kind.getKey() + "/";
                ((ObjectNode) kind.getValue())
                        .properties()
                        .removeIf(component -> !text.contains(start + component.getKey() + '"'));
            }
        }
    }
}
