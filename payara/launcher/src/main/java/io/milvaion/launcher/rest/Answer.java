package io.milvaion.launcher.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;

/** What a node has answered. */
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MESSAGE_LENGTH = 400;

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    /** Null if it has none of this name. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    /**
     * The body as JSON.
     *
     * @throws IOException if it is none
     */
    public JsonNode json() throws IOException {
        return JSON.readTree(body());
    }

    /**
     * Returns itself.
     *
     * @throws IOException if the answer has another status; the message has it and the body
     */
    public Answer expect(int status) throws IOException {
        if (status() != status) {
            throw new IOException(toString());
        }
        return this;
    }

    /** The request with status and body, for a message. */
    @Override
    public String toString() {
        var request = response.request();
        return "%s %s answered %d: %s"
                .formatted(request.method(), request.uri(), status(), abbreviated(body()));
    }

    private static String abbreviated(String body) {
        return body.length() <= MESSAGE_LENGTH ? body : body.substring(0, MESSAGE_LENGTH) + "…";
    }
}
