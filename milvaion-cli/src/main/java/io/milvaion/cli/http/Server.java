package io.milvaion.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

/** The REST interface of a server. */
public final class Server {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final URI root;
    private final String key;
    private final HttpClient client;

    /**
     * @param root with a slash at the end
     * @param key an API key or access token; null for none
     */
    public Server(URI root, String key, Trust trust) {
        this.root = root;
        this.key = key;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .sslContext(trust.tls())
                        .build();
    }

    public URI root() {
        return root;
    }

    /** For what is no REST: a connection like those of requests. */
    public HttpClient client() {
        return client;
    }

    /** What requests show; null for nothing. */
    public String authorization() {
        return key == null ? null : "Bearer " + key;
    }

    public Answer get(String path) {
        return send(new Request("GET", path));
    }

    /** All items of a list, page by page as they are asked for. */
    public Stream<JsonNode> items(String path) {
        return new Listing(this, path).items();
    }

    /**
     * Sends a request, again if it was lost.
     *
     * @throws Refused if it was answered with an error
     * @throws Unreachable if it was not answered
     */
    public Answer send(Request request) {
        var prepared = prepared(request);
        var patience = new Patience();
        while (true) {
            try {
                var response = client.send(prepared, BodyHandlers.ofString());
                if (response.statusCode() < 300) {
                    return new Answer(response.statusCode(), response.headers(), response.body());
                }
                if (!patience.allowsAnother(response)) {
                    throw new Refused(request, response.statusCode(), response.body());
                }
            } catch (IOException e) {
                if (!patience.allowsAnother(e)) {
                    throw new Unreachable(root + " does not answer: " + reason(e), e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unreachable("Interrupted", e);
            }
        }
    }

    private HttpRequest prepared(Request request) {
        var builder =
                HttpRequest.newBuilder(root.resolve("api/v1/" + request.path())).timeout(LIMIT);
        if (key != null) {
            builder.header("Authorization", authorization());
        }
        if (request.isKeyed()) {
            builder.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        request.headers().forEach(builder::header);
        var body = request.body();
        if (body != null) {
            builder.header("Content-Type", body.type());
        }
        return builder.method(
                        request.method(),
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(body.text()))
                .build();
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
