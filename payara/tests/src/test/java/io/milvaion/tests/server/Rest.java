package io.milvaion.tests.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.launcher.rest.Api;
import io.milvaion.launcher.rest.ApiKey;
import io.milvaion.tests.description.Description;
import io.milvaion.tests.description.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Sends requests as {@link Api} does; one that is not answered, or otherwise than the description
 * of the API allows, fails the test.
 */
public final class Rest {

    private final Api api;

    /**
     * @param key that every request shows; null for none
     */
    public Rest(URI root, ApiKey key) {
        this.api = new Api(root, key);
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer post(String path, JsonNode body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Answer put(String path, JsonNode body, String... headers) {
        return send("PUT", path, body, headers);
    }

    /** Sends a body of another type than JSON. */
    public Answer put(String path, String type, String body, String... headers) {
        var all = Stream.concat(Stream.of("Content-Type", type), Arrays.stream(headers));
        return new Answer(sent("PUT", path, body, all.toArray(String[]::new)));
    }

    /** Likewise. */
    public Answer upload(String path, String type, String body, String... headers) {
        var all = Stream.concat(Stream.of("Content-Type", type), Arrays.stream(headers));
        return new Answer(sent("POST", path, body, all.toArray(String[]::new)));
    }

    public Answer patch(String path, JsonNode body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    private Answer send(String method, String path, JsonNode body, String... headers) {
        var json = body == null ? null : body.toString();
        var answer = new Answer(sent(method, path, json, headers));
        Description.ofBuild()
                .check(
                        new Exchange(
                                method,
                                "/" + path,
                                json,
                                answer.status(),
                                answer::header,
                                answer.body()));
        return answer;
    }

    private io.milvaion.launcher.rest.Answer sent(
            String method, String path, String body, String... headers) {
        try {
            return api.send(method, path, body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
