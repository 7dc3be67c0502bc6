package io.milvaion.web.ground.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/**
 * Gives each body an example. A member has its own from its schema, or one that its type allows; of
 * what a body may leave out it shows only members that have one of their own.
 */
final class Examples {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String EXAMPLE = "example";

    private final ObjectNode document;

    Examples(ObjectNode document) {
        this.document = document;
    }

    void add() {
        for (var path : document.get("paths")) {
            for (var operation : path) {
                addTo(operation.path("requestBody"), true);
                operation.path("responses").forEach(answer -> addTo(answer, false));
            }
        }
    }

    private void addTo(JsonNode described, boolean brief) {
        for (var content : described.path("content")) {
            if (!content.has(EXAMPLE) && !content.path("schema").isEmpty()) {
                ((ObjectNode) content).set(EXAMPLE, of(content.get("schema"), brief));
            }
        }
    }

    private JsonNode of(JsonNode schema, boolean brief) {
        if (schema.has("$ref")) {
            return of(document.at(schema.get("$ref").textValue().substring(1)), brief);
        }
        if (schema.has("anyOf")) {
            return of(schema.get("anyOf").get(0), brief);
        }
        return own(schema).findFirst().orElseGet(() -> byType(schema, brief));
    }

    private static Stream<JsonNode> own(JsonNode schema) {
        return Stream.of(
                        schema.path("examples").path(0),
                        schema.path(EXAMPLE),
                        schema.path("default"),
                        schema.path("enum").path(0))
                .filter(value -> !value.isMissingNode());
    }

    private JsonNode byType(JsonNode schema, boolean brief) {
        var type = schema.path("type");
        return switch (type.isArray() ? type.get(0).asText() : type.asText()) {
            case "object" -> object(schema, brief);
            case "array" -> JSON.arrayNode().add(of(schema.path("items"), brief));
            case "boolean" -> JSON.booleanNode(true);
            case "integer", "number" -> JSON.numberNode(schema.path("minimum").asInt(1));
            case "string" -> text(schema.path("format").asText());
            default -> JSON.objectNode();
        };
    }

    private static JsonNode text(String format) {
        return JSON.textNode(
                switch (format) {
                    case "uuid" -> "01990ea5-2c00-7c4d-8a6b-3f1e5d7c9b20";
                    case "date-time" -> "2026-03-02T01:30:00.000Z";
                    default -> "text";
                });
    }

    private JsonNode object(JsonNode schema, boolean brief) {
        var object = JSON.objectNode();
        for (var property : schema.path("properties").properties()) {
            if (!brief
                    || isRequired(schema, property.getKey())
                    || own(property.getValue()).findFirst().isPresent()) {
                object.set(property.getKey(), of(property.getValue(), brief));
            }
        }
        return object;
    }

    private static boolean isRequired(JsonNode schema, String name) {
        for (var required : schema.path("required")) {
            if (required.textValue().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
