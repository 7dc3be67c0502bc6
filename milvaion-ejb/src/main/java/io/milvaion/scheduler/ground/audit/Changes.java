package io.milvaion.scheduler.ground.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.platform.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;

/**
 * The fields in which an object differs from what it was.
 *
 * @param before JSON, or null if there was nothing
 * @param after JSON, or null if there is nothing any more
 */
record Changes(String before, String after) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Changes between(Object was, Object is) {
        var before = tree(was);
        var after = tree(is);
        var beforeText = MAPPER.createObjectNode();
        var afterText = MAPPER.createObjectNode();
        for (var field : fields(before, after)) {
            var old = value(before, field);
            var present = value(after, field);
            if (!old.equals(present)) {
                beforeText.set(field, Masking.of(field, old));
                afterText.set(field, Masking.of(field, present));
            }
        }
        return new Changes(
                was == null ? null : text(beforeText), is == null ? null : text(afterText));
    }

    private static LinkedHashSet<String> fields(ObjectNode before, ObjectNode after) {
        var names = new LinkedHashSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode value(ObjectNode object, String field) {
        var value = object.get(field);
        return value == null ? NullNode.getInstance() : value;
    }

    private static ObjectNode tree(Object value) {
        if (value == null) {
            return MAPPER.createObjectNode();
        }
        if (value instanceof ObjectNode object) {
            return object;
        }
        try {
            return (ObjectNode) MAPPER.readTree(WireJson.write(value));
        } catch (IOException e) {
            throw new UncheckedIOException("what was just written cannot be read", e);
        }
    }

    private static String text(ObjectNode object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree cannot be written", e);
        }
    }
}
