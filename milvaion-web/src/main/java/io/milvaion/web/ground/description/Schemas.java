package io.milvaion.web.ground.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.web.ground.json.ApiJson;
import java.util.HashSet;

/**
 * Makes the scanned schemas say what is really read and written: answers have every member but
 * those that are left out without a value, and bodies may leave out, or give as null, whatever is
 * not required. A record that is both, as a job is, has a second schema for bodies.
 */
final class Schemas {

    static final String PREFIX = "#/components/schemas/";

    private static final String INPUT = "Input";

    private final ObjectNode document;
    private final ObjectNode schemas;
    private final JsonTypes records;

    Schemas(ObjectNode document, JsonTypes records) {
        this.document = document;
        this.schemas = (ObjectNode) document.at("/components/schemas");
        this.records = records;
    }

    void complete() {
        plain(document);
        records.read()
                .forEach(
                        (name, type) -> {
                            if (!inputName(name).equals(name)) {
                                schemas.set(inputName(name), schemas.get(name).deepCopy());
                            }
                        });
        records.written()
                .forEach((name, type) -> schemas.set(name, written(schemas.get(name), type)));
        records.read()
                .forEach(
                        (name, type) -> {
                            var schema = schemas.withObject(inputName(name));
                            schemas.set(
                                    inputName(name),
                                    type.isEnum() ? words(schema, type) : read(schema));
                        });
        redirect(document.get("paths"));
        var defined = new HashSet<String>();
        schemas.fieldNames().forEachRemaining(defined::add);
        defined.removeAll(records.written().keySet());
        defined.removeAll(records.read().keySet().stream().map(this::inputName).toList());
        if (!defined.isEmpty()) {
            throw new IllegalStateException(
                    "schemas of nothing that is read or written: " + defined);
        }
    }

    /** Words are the same in both directions. */
    private String inputName(String name) {
        var written = records.written().get(name);
        return written == null || written.isEnum() ? name : name + INPUT;
    }

    /** Takes away what the scanner adds to instants and ids, which their formats say. */
    private static void plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var format = object.path("format").asText();
            if (format.equals("date-time")) {
                object.remove("examples");
            } else if (format.equals("uuid")) {
                object.remove("pattern");
            }
        }
        node.forEach(Schemas::plain);
    }

    private static ObjectNode written(JsonNode scanned, Class<?> type) {
        if (!(scanned instanceof ObjectNode schema)) {
            throw new IllegalStateException("no schema of " + type);
        }
        if (type.isEnum()) {
            return words(schema, type);
        }
        var before = schema.withObject("properties");
        var properties = JsonNodeFactory.instance.objectNode();
        var required = JsonNodeFactory.instance.arrayNode();
        Member.of(type)
                .filter(member -> before.has(member.name()) || member.always())
                .forEach(
                        member -> {
                            var value =
                                    before.has(member.name())
                                            ? before.get(member.name())
                                            : formerName();
                            properties.set(
                                    member.name(), member.nullable() ? nullable(value) : value);
                            if (member.always()) {
                                required.add(member.name());
                            }
                        });
        schema.set("properties", properties);
        schema.set("required", required);
        if (required.isEmpty()) {
            schema.remove("required");
        }
        return schema;
    }

    /** What an answer still calls something by its name of before. */
    private static ObjectNode formerName() {
        return JsonNodeFactory.instance.objectNode().put("type", "string").put("deprecated", true);
    }

    private static ObjectNode words(ObjectNode schema, Class<?> type) {
        var words = schema.put("type", "string").putArray("enum");
        for (var constant : type.getEnumConstants()) {
            words.add(ApiJson.tree(constant));
        }
        return schema;
    }

    private static ObjectNode read(ObjectNode schema) {
        var required = new HashSet<String>();
        schema.path("required").forEach(name -> required.add(name.textValue()));
        var properties = schema.withObject("properties");
        for (var property : properties.properties()) {
            if (!required.contains(property.getKey())) {
                property.setValue(nullable(property.getValue()));
            }
        }
        return schema.put("additionalProperties", false);
    }

    /** The same or null. */
    static JsonNode nullable(JsonNode schema) {
        var type = schema.path("type");
        if (schema.has("$ref")) {
            var either = JsonNodeFactory.instance.objectNode();
            either.putArray("anyOf").add(schema).addObject().put("type", "null");
            return either;
        }
        if (type.isTextual()) {
            var same = ((ObjectNode) schema).deepCopy();
            same.putArray("type").add(type).add("null");
            if (same.get("enum") instanceof ArrayNode words) {
                words.addNull();
            }
            return same;
        }
        return schema;
    }

    /** Has bodies refer to the schemas of bodies. */
    private void redirect(JsonNode paths) {
        paths.findValues("requestBody").forEach(body -> redirectIn(body));
        records.read().keySet().forEach(name -> redirectIn(schemas.get(inputName(name))));
    }

    private void redirectIn(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
            var name = object.get("$ref").textValue().substring(PREFIX.length());
            if (records.read().containsKey(name)) {
                object.put("$ref", PREFIX + inputName(name));
            }
        }
        node.forEach(this::redirectIn);
    }
}
