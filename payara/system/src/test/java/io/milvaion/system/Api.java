package io.milvaion.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The REST interface of one node. */
final class Api {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI root;

    Api(URI root) {
        this.root = root.resolve("api/v1/");
    }

    UUID createJob(Map<String, Object> job) throws IOException, InterruptedException {
        return UUID.fromString(send("POST", "jobs", job, 201).required("id").textValue());
    }

    void patchJob(UUID id, Map<String, Object> changes) throws IOException, InterruptedException {
        send("PATCH", "jobs/" + id, changes, 200);
    }

    void deleteJob(UUID id) throws IOException, InterruptedException {
        send("DELETE", "jobs/" + id, Map.of(), 204);
    }

    JsonNode dashboard() throws IOException, InterruptedException {
        return send("GET", "dashboard", Map.of(), 200);
    }

    private JsonNode send(String method, String path, Map<String, Object> body, int expected)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(30));
        if (body.isEmpty()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        }
        var response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IOException(
                    "%s %s answered %d: %s"
                            .formatted(method, path, response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body());
    }
}
