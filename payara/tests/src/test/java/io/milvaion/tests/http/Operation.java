package io.milvaion.tests.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A method of an address, as the document of the interface describes it.
 *
 * @param path with the names of ids in braces
 * @param needsQuery whether it answers nothing without some parameter of the query
 * @param mediaTypes of its body; none if it has no body
 * @param schema of its body; missing if it has none
 */
public record Operation(
        String method,
        String path,
        List<String> parameters,
        boolean needsQuery,
        List<String> mediaTypes,
        boolean needsBody,
        JsonNode schema) {

    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH");

    static Operation of(String method, String path, JsonNode described) {
        var body = described.path("requestBody");
        var content = body.path("content");
        return new Operation(
                method,
                path,
                query(described).map(parameter -> parameter.path("name").textValue()).toList(),
                query(described).anyMatch(parameter -> parameter.path("required").booleanValue()),
                content.properties().stream().map(e -> e.getKey()).toList(),
                body.path("required").booleanValue(),
                content.properties().stream()
                        .map(e -> e.getValue().path("schema"))
                        .findFirst()
                        .orElse(content));
    }

    private static Stream<JsonNode> query(JsonNode described) {
        return StreamSupport.stream(described.path("parameters").spliterator(), false)
                .filter(parameter -> "query".equals(parameter.path("in").textValue()));
    }

    /** Whether it may have a body. */
    public boolean writes() {
        return WRITING.contains(method);
    }

    /** The media type of its body, also if it has none. */
    public String mediaType() {
        return mediaTypes.stream().findFirst().orElse("application/json");
    }

    /** An address of a thing that nobody has. */
    public String addressOfNothing() {
        return path.replaceAll("\\{version\\}", "1")
                .replaceAll("\\{[^}]+\\}", UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
