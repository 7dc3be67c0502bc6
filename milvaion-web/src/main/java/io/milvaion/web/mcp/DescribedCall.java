package io.milvaion.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** An operation of the REST interface. */
record DescribedCall(String method, String path, JsonNode operation) {

    private static final Set<String> REPEATABLE = Set.of("GET", "PUT", "PATCH", "DELETE");

    boolean isRead() {
        return method.equals("GET");
    }

    /** Whether doing it twice does what doing it once does. */
    boolean isRepeatable() {
        return REPEATABLE.contains(method);
    }

    /** All permissions that it needs. */
    List<String> permissions() {
        return StreamSupport.stream(operation.path("x-permission").spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    /** Parameters of its path and its query, but for those of before. */
    List<JsonNode> parameters() {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> Set.of("path", "query").contains(in(parameter)))
                .filter(parameter -> !parameter.path("deprecated").asBoolean())
                .toList();
    }

    static String in(JsonNode parameter) {
        return parameter.path("in").asText();
    }

    /** The media type of its body that is described first, or null. */
    String bodyType() {
        var types = operation.at("/requestBody/content").fieldNames();
        return types.hasNext() ? types.next() : null;
    }

    JsonNode bodySchema() {
        return bodyType() == null
                ? operation.path("requestBody")
                : operation.at("/requestBody/content").path(bodyType()).path("schema");
    }

    boolean isBodyRequired() {
        return operation.at("/requestBody/required").asBoolean();
    }
}
