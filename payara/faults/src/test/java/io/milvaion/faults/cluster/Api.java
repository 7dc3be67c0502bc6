package io.milvaion.faults.cluster;

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
public final class Api {

    private static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI root;

    public Api(URI root) {
        this.root = root.resolve("api/v1/");
    }

    public UUID createJob(Map<String, Object> job) throws IOException, InterruptedException {
        return UUID.fromString(expect("POST", "jobs", job, 201).required("id").textValue());
    }

    public void patchJob(UUID id, Map<String, Object> changes)
            throws IOException, InterruptedException {
        expect("PATCH", "jobs/" + id, changes, 200);
    }

    public void deleteJob(UUID id) throws IOException, InterruptedException {
        expect("DELETE", "jobs/" + id, Map.of(), 204);
    }

    /** Returns the id of the occurrence. */
    public UUID trigger(UUID job) throws IOException, InterruptedException {
        var answer = expect("POST", "jobs/" + job + "/trigger", Map.of(), 202);
        return UUID.fromString(answer.required("occurrenceId").textValue());
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return expect("GET", path, Map.of(), 200);
    }

    private JsonNode expect(String method, String path, Map<String, Object> body, int expected)
            throws IOException, InterruptedException {
        var answer = send(method, path, body);
        if (answer.statusCode() != expected) {
            throw new IOException(
                    "%s %s answered %d: %s"
                            .formatted(method, path, answer.statusCode(), answer.body()));
        }
        return answer.json();
    }

    /** The address of a resource. */
    public URI uri(String path) {
        return root.resolve(path);
    }

    /** Whatever is at an address. */
    static Answer get(URI uri) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build());
    }

    private static Answer answer(HttpRequest request) throws IOException, InterruptedException {
        var response = CLIENT.send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    /** Makes a request; no members are no body. */
    public Answer send(String method, String path, Map<String, Object> body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(30));
        if (body.isEmpty()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        }
        return answer(request.build());
    }

    /** What a node has answered. */
    public record Answer(int statusCode, String body) {

        public JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }
}
