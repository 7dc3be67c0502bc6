package io.milvaion.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Asks a node for {@code /health/ready} until it says yes. Payara's own log says so too early. */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final HttpRequest request;
    private final BooleanSupplier alive;

    /**
     * @param alive false ends the waiting
     */
    Readiness(URI root, BooleanSupplier alive) {
        this.request =
                HttpRequest.newBuilder(root.resolve("health/ready"))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        this.alive = alive;
    }

    /** Returns null when the node is ready, else why it is not. */
    String await(Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            if (!alive.getAsBoolean()) {
                return "has ended before it was ready";
            }
            String answer = ask();
            if (answer.equals("200")) {
                return null;
            }
            if (System.nanoTime() - start > limit.toNanos()) {
                return "was not ready within %d s (%s: %s)"
                        .formatted(limit.toSeconds(), request.uri(), answer);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    private String ask() throws InterruptedException {
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? "200"
                    : response.statusCode() + " " + response.body();
        } catch (IOException e) {
            return "no answer";
        }
    }
}
