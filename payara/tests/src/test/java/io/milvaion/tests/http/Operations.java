package io.milvaion.tests.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The REST interface as the running node describes it.
 *
 * @param all in the order of the document
 */
public record Operations(List<Operation> all, JsonNode document) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Operations of(RawHttp node) throws IOException {
        var answer = node.send(RawRequest.of("GET", "/openapi?format=JSON"));
        var document = JSON.readTree(answer.body());
        var operations =
                document.path("paths").properties().stream()
                        .flatMap(
                                path ->
                                        path.getValue().properties().stream()
                                                .map(
                                                        method ->
                                                                Operation.of(
                                                                        method.getKey()
                                                                                .toUpperCase(
                                                                                        Locale
                                                                                                .ROOT),
                                                                        path.getKey(),
                                                                        method.getValue())))
                        .toList();
        return new Operations(operations, document);
    }

    /** A schema itself, where there is only a reference to it, or to it or null. */
    public JsonNode resolved(JsonNode described) {
        var schema = described.has("anyOf") ? described.get("anyOf").get(0) : described;
        var reference = schema.path("$ref").textValue();
        return reference == null ? schema : document.at(reference.substring(1));
    }
}
