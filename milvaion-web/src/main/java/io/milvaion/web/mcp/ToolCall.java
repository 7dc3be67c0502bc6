package io.milvaion.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Turns the arguments of a tool into a request: those of its path and its query, and the rest as
 * the fields of its body. What is wrong with values the REST interface says.
 */
final class ToolCall {

    static final int MOST_ITEMS = 100;

    /** The argument that is a body which has no fields of its own. */
    static final String WHOLE_BODY = "documents";

    private final Tool tool;
    private final DescribedCall call;
    private final JsonNode schema;

    ToolCall(Tool tool, DescribedCall call, JsonNode schema) {
        this.tool = tool;
        this.call = call;
        this.schema = schema;
    }

    /**
     * @throws InvalidInput if an argument is missing, or none of this tool
     */
    RestRequest with(Map<String, Object> arguments) {
        var given = new LinkedHashMap<>(tool.defaults());
        given.putAll(arguments);
        given.forEach(this::check);
        for (var name : schema.path("required")) {
            if (given.get(name.textValue()) == null) {
                throw new InvalidInput(name.textValue(), "This is required.");
            }
        }
        var inPath = new HashMap<String, Object>();
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (var parameter : call.parameters()) {
            var name = parameter.get("name").textValue();
            var value = given.remove(name);
            if (DescribedCall.in(parameter).equals("path")) {
                inPath.put(name, value);
            } else if (value != null) {
                query.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
            }
        }
        var path = UriBuilder.fromPath(call.path()).buildFromMap(inPath, true);
        return new RestRequest(call.method(), path.toString() + query, typeOf(given), body(given));
    }

    private void check(String name, Object value) {
        if (!schema.path("properties").has(name)) {
            throw new InvalidInput(name, "The tool " + tool.name() + " has no such argument.");
        }
        if (name.equals("limit")
                && value instanceof Number most
                && most.doubleValue() > MOST_ITEMS) {
            throw new InvalidInput(name, "At most " + MOST_ITEMS + ".");
        }
    }

    private String typeOf(Map<String, Object> fields) {
        return call.bodyType() == null || (fields.isEmpty() && !call.isBodyRequired())
                ? null
                : call.bodyType();
    }

    private String body(Map<String, Object> fields) {
        if (typeOf(fields) == null) {
            return "";
        }
        var body = fields.containsKey(WHOLE_BODY) ? fields.get(WHOLE_BODY) : fields;
        return SdkJson.MAPPER.valueToTree(body).toString();
    }

    /** The schema of the arguments of a tool. */
    static ObjectNode schema(Tool tool, DescribedCall call, RestDescription description) {
        var body = description.body(call);
        var schema = SdkJson.MAPPER.createObjectNode().put("type", "object");
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var parameter : call.parameters()) {
            var name = parameter.get("name").textValue();
            ObjectNode property = properties.putObject(name);
            property.setAll((ObjectNode) parameter.get("schema").deepCopy());
            if (parameter.has("description")) {
                property.set("description", parameter.get("description"));
            }
            if (parameter.path("required").asBoolean()) {
                required.add(name);
            }
        }
        if (body.has("properties")) {
            body.get("properties").properties().stream()
                    .filter(field -> !field.getValue().path("readOnly").asBoolean())
                    .forEach(field -> properties.set(field.getKey(), field.getValue()));
            body.path("required").forEach(required::add);
        } else if (call.bodyType() != null) {
            properties.putObject(WHOLE_BODY).put("description", "One document, or a list of them");
            required.add(WHOLE_BODY);
        }
        return narrow(tool, description.complete(schema));
    }

    private static ObjectNode narrow(Tool tool, ObjectNode schema) {
        var properties = (ObjectNode) schema.get("properties");
        if (!tool.only().isEmpty()) {
            properties.retain(tool.only());
            tool.only().forEach(schema.putArray("required")::add);
        }
        if (properties.path("limit") instanceof ObjectNode limit) {
            limit.put("maximum", MOST_ITEMS);
        }
        tool.defaults()
                .forEach(
                        (name, value) ->
                                ((ObjectNode) properties.get(name)).putPOJO("default", value));
        return schema.put("additionalProperties", false);
    }
}
