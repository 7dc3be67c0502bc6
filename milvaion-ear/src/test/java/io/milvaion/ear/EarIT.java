package io.milvaion.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milvaion.embedded.EmbeddedServices;
import io.milvaion.embedded.ServiceUrls;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EarIT {

    private static final Path DIRECTORY = Path.of(System.getProperty("milvaion.ear.directory"));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final String KEY = "mvk_" + UUID.randomUUID();

    private static EmbeddedServices services;
    private static PayaraServer server;

    @BeforeAll
    static void deploy() throws Exception {
        services =
                EmbeddedServices.start(
                        DIRECTORY.resolve("services"),
                        ServiceUrls.fromEnvironment(System.getenv()),
                        System.out::println);
        var environment = new HashMap<>(services.urls().toEnvironment());
        environment.put("MILVAION_ROOT_API_KEY", KEY);
        server =
                PayaraServer.start(
                        DIRECTORY.resolve("payara6"), DIRECTORY.resolve("domains"), environment);
        server.deploy(DIRECTORY.resolve("milvaion.ear"));
    }

    @AfterAll
    static void stop() throws Exception {
        try {
            if (server != null) {
                server.close();
            }
        } finally {
            if (services != null) {
                services.close();
            }
        }
    }

    @Test
    void jobRunsOnPayaraServerAndItsLogCanBeRead() throws Exception {
        await().atMost(Duration.ofSeconds(60)).until(() -> get("health/ready").statusCode() == 200);
        var body =
                JSON.createObjectNode()
                        .put("displayName", "ear " + UUID.randomUUID())
                        .put("jobType", "hello")
                        .put("cronExpression", "0 0 0 1 1 *");
        var created = json(post("api/v1/jobs", body.toString()), 201);
        var job = "api/v1/jobs/" + created.get("id").textValue();
        var triggered = json(post(job + "/trigger", "{\"data\":{\"name\":\"Payara\"}}"), 202);
        var run = "api/v1/occurrences/" + triggered.get("occurrenceId").textValue();

        await().atMost(Duration.ofSeconds(90))
                .until(() -> json(get(run), 200).get("state").textValue().equals("completed"));

        assertThat(json(get(run), 200).get("result").textValue()).isEqualTo("Hello, Payara!");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> json(get(run + "/logs"), 200).get("items").size() == 3);
        assertThat(get("").body()).contains("<title>Milvaion</title>");
        assertThat(get("metrics").body()).contains("milvaion_reports_total");
        CLIENT.send(request(job).DELETE().build(), BodyHandlers.discarding());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String body)
            throws IOException, InterruptedException {
        return CLIENT.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.uri().resolve(path))
                .header("Authorization", "Bearer " + KEY)
                .timeout(Duration.ofMinutes(1));
    }

    private static JsonNode json(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}
