package io.milvaion.platform.secret;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;

/** Where values are in JSON, as JSON pointers (RFC 6901). */
final class Places {

    private Places() {}

    /** Visits each text with its pointer; it may be replaced meanwhile. */
    static void texts(JsonNode node, String at, BiConsumer<String, JsonNode> visitor) {
        if (node.isTextual()) {
            visitor.accept(at, node);
        } else if (node instanceof ObjectNode object) {
            for (var member : List.copyOf(object.properties())) {
                texts(member.getValue(), at + "/" + escaped(member.getKey()), visitor);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                texts(array.get(i), at + "/" + i, visitor);
            }
        }
    }

    /** Puts a value where there is one. */
    static void set(JsonNode root, JsonPointer at, JsonNode value) {
        var parent = root.at(at.head());
        if (parent instanceof ObjectNode object && object.has(at.last().getMatchingProperty())) {
            object.set(at.last().getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array && array.has(at.last().getMatchingIndex())) {
            array.set(at.last().getMatchingIndex(), value);
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
