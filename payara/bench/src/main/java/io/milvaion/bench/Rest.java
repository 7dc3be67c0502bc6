package io.milvaion.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * The node's REST interface.
 *
 * @param api its root, with a slash at the end
 */
record Rest(URI api, HttpClient client) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    Rest(URI api) {
        this(api, HttpClient.newHttpClient());
    }

    /**
     * Posts JSON.
     *
     * @param path below the root
     * @return a text field of the answer
     * @throws IOException if the answer is not a success
     */
    String post(String path, String body, String field) throws IOException, InterruptedException {
        URI uri = api.resolve(path);
        var request =
                HttpRequest.newBuilder(uri)
                        .timeout(LIMIT)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(uri + " answered " + response.body());
        }
        return JSON.readTree(response.body()).required(field).textValue();
    }
}
