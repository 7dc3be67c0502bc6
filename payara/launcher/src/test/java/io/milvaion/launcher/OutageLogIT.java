package io.milvaion.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milvaion.embedded.EmbeddedServices;
import io.milvaion.embedded.ServiceUrls;
import io.milvaion.launcher.rest.Api;
import io.milvaion.launcher.rest.ApiKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node writes into its log while its servers are away and requests go on. */
class OutageLogIT {

    private static final int REQUESTS = 70;
    private static final int FEW = 60; // each line is followed by an empty one

    @TempDir Path directory;

    @Test
    void refusedRequestsAndWaitingLoopsCostFewLines() throws Exception {
        Path jar = Path.of(System.getProperty("milvaion.launcher.payara"));
        PayaraMicro payara = PayaraMicro.unpack(jar, directory.resolve("payara"));
        var services =
                EmbeddedServices.start(
                        directory.resolve("services"), ServiceUrls.none(), step -> {});
        var plan = plan(services.urls());
        try (Node node = Node.start(payara, plan)) {
            node.awaitReady(Duration.ofMinutes(3));
            var api = new Api(node.uri(), ApiKey.in(plan.environment()));
            var job =
                    """
                    {"displayName": "Each second", "jobType": "noop", "cronExpression": "* * * * * *"}""";
            api.send("POST", "api/v1/jobs", job).expect(201);
            services.close();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> api.send("GET", "health/ready", null).status() == 503);
            assertThat(api.send("GET", "health/live", null).status())
                    .as("what anybody may ask needs nobody to be recognised")
                    .isEqualTo(200);
            long before = lines(node);

            var refused = new AtomicInteger();
            await().atMost(Duration.ofMinutes(2))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(140))
                    .until(() -> refuse(api, refused.getAndIncrement()) == REQUESTS);

            var written = Files.readAllLines(node.log()).subList((int) before, (int) lines(node));
            assertThat(written.size())
                    .as("lines since, such as %s", String.join("\n", written))
                    .isLessThan(FEW);
            assertThat(written).noneMatch(line -> line.startsWith("\tat "));
        } finally {
            services.close();
        }
    }

    /** Requests that read, write through Hibernate, or ask Redis. */
    private static int refuse(Api api, int number) throws IOException, InterruptedException {
        var id = UUID.randomUUID();
        switch (number % 4) {
            case 0 -> api.send("GET", "api/v1/jobs?limit=3", null).expect(503);
            case 1 -> api.send("GET", "api/v1/jobs/" + id, null).expect(503);
            case 2 -> api.send("POST", "api/v1/jobs/" + id + "/trigger", "{}").expect(503);
            default ->
                    api.send(
                                    "POST",
                                    "api/v1/jobs",
                                    """
                                    {"displayName": "a", "jobType": "noop", "cronExpression": "0 0 * * *"}""")
                            .expect(503);
        }
        return number + 1;
    }

    private static long lines(Node node) throws IOException {
        try (var lines = Files.lines(node.log())) {
            return lines.count();
        }
    }

    private NodePlan plan(ServiceUrls urls) throws IOException {
        var environment = new HashMap<>(urls.toEnvironment());
        environment.putAll(ApiKey.random().toEnvironment());
        return new NodePlan(
                "node-1",
                directory.resolve("node-1"),
                Path.of(System.getProperty("milvaion.launcher.war")),
                new Ports(28_580).take(),
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                environment);
    }
}
