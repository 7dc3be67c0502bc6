package io.milvaion.launcher.rest;

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

/**
 * The REST interface of a node. Paths are relative to the root of the application. Any number of
 * threads; one that has a client of its own keeps one connection alive.
 *
 * <p>Methods that name what they do throw an {@link IOException} with status and body if they are
 * refused.
 */
public final class Api {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String JOBS = "api/v1/jobs";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final URI root;
    private final ApiKey key;

    /**
     * @param root of the application, with a slash at the end
     * @param key that every request shows; null for none
     */
    public Api(URI root, ApiKey key) {
        this.root = root;
        this.key = key;
    }

    /**
     * @return its id
     */
    public UUID createJob(NewJob job) throws IOException, InterruptedException {
        return id(send("POST", JOBS, job.build().toString()).expect(201), "id");
    }

    /** Changes a job by a merge patch. */
    public void patchJob(UUID job, Map<String, ?> changes)
            throws IOException, InterruptedException {
        send("PATCH", job(job), JSON.writeValueAsString(changes)).expect(200);
    }

    public void deleteJob(UUID job) throws IOException, InterruptedException {
        send("DELETE", job(job), null).expect(204);
    }

    /**
     * @return the id of the occurrence
     */
    public UUID trigger(UUID job) throws IOException, InterruptedException {
        return id(send("POST", job(job) + "/trigger", "{}").expect(202), "occurrenceId");
    }

    /** Reads what is there. */
    public Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, null).expect(200);
    }

    /**
     * Sends any request; whatever is answered is returned.
     *
     * @param json the body; null for none
     * @param headers names and values in turn
     * @throws IOException if nothing is answered within 30 seconds
     */
    public Answer send(String method, String path, String json, String... headers)
            throws IOException, InterruptedException {
        var body = json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        var request =
                HttpRequest.newBuilder(root.resolve(path)).timeout(LIMIT).method(method, body);
        if (json != null || method.equals("POST")) {
            request.header("Content-Type", "application/json");
        }
        if (key != null) {
            request.header("Authorization", key.authorization());
        }
        for (int i = 0; i < headers.length; i += 2) { // in place of those above
            request.setHeader(headers[i], headers[i + 1]);
        }
        return new Answer(client.send(request.build(), BodyHandlers.ofString()));
    }

    private static String job(UUID job) {
        return JOBS + "/" + job;
    }

    private static UUID id(Answer answer, String member) throws IOException {
        return UUID.fromString(answer.json().required(member).textValue());
    }
}
