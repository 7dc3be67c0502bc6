package io.milvaion.web.ground.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What parameters of these names mean wherever nothing else is said. */
final class Parameters {

    private static final Map<String, Meaning> MEANINGS =
            Map.ofEntries(
                    named("id", "The id in the address", text("uuid")),
                    named("name", "The name in the address", text(null)),
                    named("version", "The number of a version", whole(1, 999_999_999)),
                    named("jobId", "Only of this job", text("uuid")),
                    named("all", "true: everybody's", flag()),
                    named("active", "Only of jobs that are active, or are not", flag()),
                    named("manual", "Only what was triggered, or was not", flag()),
                    named("resolved", "Only what was dealt with, or was not", flag()),
                    named("at", "At this instant", text("date-time")),
                    named("count", "How many", whole(1, 100).put("default", 10)),
                    named("page", "Counted from 0", whole(0, 1_000_000)),
                    named("size", "How many on a page", whole(1, 200)),
                    named("after", "The nextCursor of the page before", text(null)),
                    named("limit", "How many at most", whole(1, 200).put("default", 50)),
                    named("from", "Not before this instant", text("date-time")),
                    named("to", "Before this instant", text("date-time")),
                    named(
                            "q",
                            "Part of the text, in upper or lower case",
                            text(null).put("minLength", 1)),
                    named(
                            "If-Match",
                            "ETags of which the present version must be one; * or absent: any",
                            text(null)),
                    named(
                            "Idempotency-Key",
                            "A repetition with the same key within 24 hours gets the same answer and"
                                    + " changes nothing; 409 while the first request runs",
                            text(null).put("minLength", 1).put("maxLength", 200)));

    private record Meaning(String description, ObjectNode schema) {}

    private Parameters() {}

    /** The header that each POST takes whose answer may be kept. */
    static ObjectNode idempotencyKey() {
        var parameter = JsonNodeFactory.instance.objectNode();
        return parameter.put("name", "Idempotency-Key").put("in", "header");
    }

    static void complete(JsonNode parameters) {
        for (var parameter : parameters) {
            complete((ObjectNode) parameter);
        }
    }

    private static void complete(ObjectNode parameter) {
        var meaning =
                MEANINGS.getOrDefault(
                        parameter.get("name").textValue(),
                        new Meaning("Only of this value", text(null)));
        if (!parameter.has("description")) {
            parameter.put("description", meaning.description);
        }
        if (!parameter.has("schema") || isBare(parameter)) {
            parameter.set("schema", meaning.schema.deepCopy());
        }
    }

    /** A text, which is all that the code says of what it reads by itself. */
    private static boolean isBare(ObjectNode parameter) {
        return parameter.get("schema").equals(text(null));
    }

    private static Map.Entry<String, Meaning> named(
            String name, String description, ObjectNode schema) {
        return Map.entry(name, new Meaning(description, schema));
    }

    private static ObjectNode text(String format) {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "string");
        return format == null ? schema : schema.put("format", format);
    }

    private static ObjectNode flag() {
        return JsonNodeFactory.instance.objectNode().put("type", "boolean");
    }

    private static ObjectNode whole(int min, int max) {
        var schema = JsonNodeFactory.instance.objectNode().put("type", "integer");
        return schema.put("format", "int32").put("minimum", min).put("maximum", max);
    }
}
