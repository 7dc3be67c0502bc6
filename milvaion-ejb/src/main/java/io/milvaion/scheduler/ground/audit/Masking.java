package io.milvaion.scheduler.ground.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** What of a value an entry may keep for years: no secret, and not all of a long one. */
final class Masking {

    private static final Pattern SECRET =
            Pattern.compile(
                    "password|passwd|secret|token|hash|credential|api[_-]?key",
                    Pattern.CASE_INSENSITIVE);
    private static final String MASK = "***";
    private static final int KEPT = 1_000;

    private Masking() {}

    static JsonNode of(String field, JsonNode value) {
        if (!value.isNull() && !value.isBoolean() && SECRET.matcher(field).find()) {
            return JsonNodeFactory.instance.textNode(MASK);
        }
        var masked = value.isContainerNode() ? inside(value) : value;
        var text = masked.isTextual() ? masked.textValue() : masked.toString();
        return text.length() <= KEPT ? masked : shortened(text);
    }

    private static JsonNode inside(JsonNode value) {
        if (value instanceof ObjectNode object) {
            var masked = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(e -> masked.set(e.getKey(), of(e.getKey(), e.getValue())));
            return masked;
        }
        var masked = JsonNodeFactory.instance.arrayNode();
        ((ArrayNode) value).forEach(element -> masked.add(of("", element)));
        return masked;
    }

    private static JsonNode shortened(String text) {
        int end = Character.isHighSurrogate(text.charAt(KEPT - 1)) ? KEPT - 1 : KEPT;
        return JsonNodeFactory.instance.textNode(
                text.substring(0, end) + "… (" + text.length() + " characters)");
    }
}
