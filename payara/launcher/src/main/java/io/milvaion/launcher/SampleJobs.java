package io.milvaion.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Three jobs to watch, for a scheduler that has none. */
final class SampleJobs {

    private static final List<String> NAMES = List.of("hello", "flaky", "longhaul");
    private static final int MESSAGE_LENGTH = 400;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI jobs;

    SampleJobs(URI root) {
        this.jobs = root.resolve("api/v1/jobs");
    }

    /**
     * Creates the jobs if there is no job at all.
     *
     * @return true if they were created
     * @throws IOException if the node does not answer, or refuses
     */
    boolean createIfNone() throws IOException, InterruptedException {
        String body = send(HttpRequest.newBuilder(jobs), 200);
        if (body.contains("\"id\"")) {
            return false;
        }
        for (String name : NAMES) {
            send(
                    HttpRequest.newBuilder(jobs)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(resource(name))),
                    201);
        }
        return true;
    }

    private String send(HttpRequest.Builder builder, int expected)
            throws IOException, InterruptedException {
        HttpRequest request = builder.timeout(Duration.ofSeconds(20)).build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IOException(
                    "%s %s answered %d: %s"
                            .formatted(
                                    request.method(),
                                    request.uri(),
                                    response.statusCode(),
                                    abbreviated(response.body())));
        }
        return response.body();
    }

    private static String abbreviated(String body) {
        return body.length() <= MESSAGE_LENGTH ? body : body.substring(0, MESSAGE_LENGTH) + "…";
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SampleJobs.class.getResourceAsStream("samples/" + name + ".json")) {
            return in.readAllBytes();
        }
    }
}
