package io.milvaion.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The operations of the REST interface, as the build has described them. */
final class RestDescription {

    private final JsonNode document;
    private final Map<String, DescribedCall> calls = new HashMap<>();

    RestDescription() {
        try (var file = getClass().getResourceAsStream("/description/openapi.json")) {
            document = SdkJson.MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        document.get("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                verb ->
                                                        add(
                                                                verb.getKey(),
                                                                path.getKey(),
                                                                verb.getValue())));
    }

    private void add(String verb, String path, JsonNode operation) {
        if (operation.has("operationId")) {
            calls.put(
                    operation.get("operationId").textValue(),
                    new DescribedCall(verb.toUpperCase(Locale.ROOT), path, operation));
        }
    }

    DescribedCall call(String operation) {
        var call = calls.get(operation);
        if (call == null) {
            throw new IllegalStateException("nothing is called " + operation);
        }
        return call;
    }

    /** The schema of an operation's body itself, or an empty object. */
    ObjectNode body(DescribedCall call) {
        JsonNode schema = call.bodySchema();
        while (schema.has("$ref")) {
            schema = document.at(schema.get("$ref").textValue().substring(1));
        }
        return schema.isObject() ? schema.deepCopy() : SdkJson.MAPPER.createObjectNode();
    }

    /** A schema that is complete by itself: what it refers to stands in its {@code $defs}. */
    ObjectNode complete(ObjectNode schema) {
        var definitions = SdkJson.MAPPER.createObjectNode();
        localize(schema, definitions);
        if (!definitions.isEmpty()) {
            schema.set("$defs", definitions);
        }
        return schema;
    }

    private void localize(JsonNode node, ObjectNode definitions) {
        var reference = node.path("$ref").asText();
        if (reference.startsWith("#/components/schemas/")) {
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            ((ObjectNode) node).put("$ref", "#/$defs/" + name);
            if (!definitions.has(name)) {
                var definition = document.at(reference.substring(1)).deepCopy();
                definitions.set(name, definition);
                localize(definition, definitions);
            }
        }
        node.forEach(child -> localize(child, definitions));
    }
}
