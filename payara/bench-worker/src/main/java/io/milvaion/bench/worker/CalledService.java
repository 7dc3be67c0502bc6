package io.milvaion.bench.worker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service of {@code bench.service.url}, over HTTP connections that are kept. */
@ApplicationScoped
class CalledService {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject
    @ConfigProperty(name = "bench.service.url")
    URI url;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Returns the status of its answer, 200 to 299. */
    int call() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url).timeout(LIMIT).build();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status / 100 != 2) {
            throw new IOException(url + " answered " + status);
        }
        return status;
    }
}
