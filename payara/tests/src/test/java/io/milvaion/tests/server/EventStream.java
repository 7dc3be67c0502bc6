package io.milvaion.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milvaion.launcher.rest.ApiKey;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** A client of the live events that keeps all that it gets. */
public final class EventStream implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Received received = new Received();
    private final WebSocket socket;

    public EventStream(URL root) {
        this(root, Services.rootKey());
    }

    public EventStream(URL root, ApiKey key) {
        this(root, key, null);
    }

    /**
     * @param origin what a browser says of the page that connects; null: a program
     */
    public EventStream(URL root, ApiKey key, String origin) {
        var builder = HttpClient.newHttpClient().newWebSocketBuilder();
        builder.header("Authorization", key.authorization());
        if (origin != null) {
            builder.header("Origin", origin);
        }
        socket =
                builder.buildAsync(
                                URI.create(root.toString().replaceFirst("^http", "ws"))
                                        .resolve("/ws/events"),
                                received)
                        .join();
    }

    public void send(String message) {
        socket.sendText(message, true).join();
    }

    /** Whether the server has ended it. */
    public boolean isClosed() {
        return received.closed;
    }

    /** All messages so far. */
    public List<JsonNode> messages() {
        return List.copyOf(received.messages);
    }

    /** All events so far. */
    public List<JsonNode> events() {
        return received.messages.stream()
                .flatMap(
                        message ->
                                StreamSupport.stream(message.path("events").spliterator(), false))
                .toList();
    }

    /** Waits for an event; gives the first such. */
    public JsonNode awaitEvent(Predicate<JsonNode> condition) {
        Milvaion.soon()
                .untilAsserted(
                        () -> assertThat(events()).as(messages().toString()).anyMatch(condition));
        return events().stream().filter(condition).findFirst().orElseThrow();
    }

    /** Waits for a message that has this member. */
    public JsonNode awaitMessage(String member) {
        Milvaion.soon().until(() -> messages().stream().anyMatch(m -> m.has(member)));
        return messages().stream().filter(m -> m.has(member)).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static final class Received implements WebSocket.Listener {

        private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
        private final StringBuilder partial = new StringBuilder();
        private volatile boolean closed;

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed = true;
            return null;
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            partial.append(text);
            if (last) {
                messages.add(parsed(partial.toString()));
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        private static JsonNode parsed(String text) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON: " + text, e);
            }
        }
    }
}
