package io.milvaion.tests.architecture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Live events as AsyncAPI 3.1, made of what the code makes. */
final class AsyncApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMAS = "#/components/schemas/";

    private final ObjectNode document;

    private AsyncApi(ObjectNode frame) {
        document = frame;
    }

    /**
     * @param frame all but the events
     * @param meanings what each type says
     */
    static ObjectNode of(JsonNode frame, Map<String, String> meanings)
            throws ReflectiveOperationException, IOException {
        var api = new AsyncApi(frame.deepCopy());
        var types = new TreeMap<String, ObjectNode>();
        for (var event : MadeEvents.all()) {
            var name = event.get("type").textValue();
            api.add(event, types.computeIfAbsent(name, type -> event(type, meanings.get(type))));
        }
        var schemas = api.document.withObject("/components/schemas");
        var any = schemas.putObject("Event");
        any.put("description", "Something that has just changed");
        var choices = any.putArray("oneOf");
        types.forEach(
                (type, schema) -> {
                    choices.addObject().put("$ref", SCHEMAS + type);
                    schemas.set(type, schema);
                });
        return api.document;
    }

    private static ObjectNode event(String type, String meaning) {
        var schema = JSON.createObjectNode().put("type", "object").put("description", meaning);
        schema.putArray("required").add("type").add("channels");
        var properties = schema.putObject("properties");
        properties.putObject("type").put("const", type);
        properties
                .putObject("channels")
                .put("type", "array")
                .put("description", "Who hears of it")
                .putObject("items")
                .put("type", "string");
        return schema.put("additionalProperties", false);
    }

    private void add(JsonNode event, ObjectNode schema) {
        var properties = schema.withObject("properties");
        if (event.has("id")) {
            properties.putObject("id").put("type", "string").put("description", "Its subject");
        }
        if (event.has("data")) {
            var data = properties.withObject("data").put("type", "object");
            for (var member : event.get("data").properties()) {
                data.withObject("properties").set(member.getKey(), value(member.getValue()));
            }
            data.put("additionalProperties", false);
        }
    }

    private static ObjectNode value(JsonNode sample) {
        var schema = JSON.createObjectNode();
        if (sample.isTextual()) {
            schema.put("type", "string");
            if (sample.textValue().equals(MadeEvents.ID.toString())) {
                schema.put("format", "uuid");
            } else if (sample.textValue().startsWith("1970-")) {
                schema.put("format", "date-time");
            }
            return schema;
        }
        return schema.put(
                "type", sample.isBoolean() ? "boolean" : sample.isNumber() ? "integer" : "object");
    }
}
