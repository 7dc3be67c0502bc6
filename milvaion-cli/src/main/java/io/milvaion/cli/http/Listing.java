package io.milvaion.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list of the server.
 *
 * @param path with its criteria
 */
record Listing(Server server, String path) {

    Stream<JsonNode> items() {
        return Stream.iterate(page(null), page -> page != null, this::next)
                .flatMap(page -> each(page.path("items").iterator()));
    }

    private JsonNode next(JsonNode page) {
        var cursor = page.path("nextCursor");
        return cursor.isTextual() ? page(cursor.textValue()) : null;
    }

    private JsonNode page(String after) {
        var criteria = after == null ? path : new Query(path).with("after", after).toString();
        return server.get(criteria).json();
    }

    private static Stream<JsonNode> each(Iterator<JsonNode> items) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(items, Spliterator.ORDERED), false);
    }
}
