package io.milvaion.launcher;

import static io.milvaion.launcher.rest.NewJob.aJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.embedded.EmbeddedServices;
import io.milvaion.embedded.ServiceUrls;
import io.milvaion.launcher.rest.Api;
import io.milvaion.launcher.rest.ApiKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/** SIGTERM to a node with running and waiting jobs, and its next start. */
class StopIT {

    private static final int STOP_SECONDS = 7;
    private static final int SHORT_MILLIS = 5_000;
    private static final int LONG_MILLIS = 60_000;
    private static final String KEYS = "Milvaion:JobScheduler:";

    @TempDir Path directory;
    private EmbeddedServices services;
    private RedisClient redis;
    private Api api;

    @BeforeEach
    void startServices() throws IOException {
        services =
                EmbeddedServices.start(
                        directory.resolve("services"), ServiceUrls.none(), step -> {});
        redis = RedisClient.create(URI.create(services.urls().redis()));
    }

    @AfterEach
    void stopServices() throws IOException {
        redis.close();
        services.close();
    }

    @Test
    void whatRunsMayEndWhatTakesTooLongGoesOnLaterAndWhatWaitsLosesNoAttempt() throws Exception {
        Path jar = Path.of(System.getProperty("milvaion.launcher.payara"));
        PayaraMicro payara = PayaraMicro.unpack(jar, directory.resolve("payara"));
        NodePlan plan = plan();
        api = new Api(plan.uri(), ApiKey.in(plan.environment()));
        UUID longRun;
        UUID shortRun;
        List<UUID> waiting;
        try (Node node = start(payara, plan)) {
            UUID shortJob = createSleeper(SHORT_MILLIS);
            longRun = api.trigger(createSleeper(LONG_MILLIS));
            awaitRun(longRun, run -> is(run, "running"));
            shortRun = api.trigger(shortJob);
            waiting = List.of(api.trigger(shortJob), api.trigger(shortJob), api.trigger(shortJob));
            awaitRun(shortRun, run -> is(run, "running"));
            assertThat(redis.get(KEYS + "leader:{0}")).startsWith("node-1");
            assertThat(redis.keys(KEYS + "worker:*")).hasSize(1);

            long told = System.nanoTime();
            ProcessHandle.of(node.pid()).orElseThrow().destroy();

            await("the lease is free")
                    .atMost(Duration.ofSeconds(1))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> redis.get(KEYS + "leader:{0}") == null);
            assertThat(node.stop()).as("it ends by itself").isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - told))
                    .isBetween(
                            Duration.ofSeconds(STOP_SECONDS),
                            Duration.ofSeconds(STOP_SECONDS + 10));
            assertThat(redis.keys(KEYS + "worker:*")).as("it has said goodbye").isEmpty();
        }
        try (Node again = start(payara, plan)) {
            assertThat(again.isAlive()).isTrue();
            awaitCompletedAtOnce(shortRun);
            for (UUID run : waiting) {
                awaitCompletedAtOnce(run);
            }
            awaitRun(longRun, run -> is(run, "running") && run.get("attempt").intValue() == 2);
        }
    }

    private NodePlan plan() throws IOException {
        Map<String, String> environment = new HashMap<>(services.urls().toEnvironment());
        environment.putAll(ApiKey.random().toEnvironment());
        environment.put("WORKER_MAX_PARALLEL_JOBS", "2");
        environment.put("WORKER_STOP_SECONDS", Integer.toString(STOP_SECONDS));
        return new NodePlan(
                "node-1",
                directory.resolve("node-1"),
                Path.of(System.getProperty("milvaion.launcher.war")),
                new Ports(28_180).take(),
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                environment);
    }

    private static Node start(PayaraMicro payara, NodePlan plan) throws Exception {
        Node node = Node.start(payara, plan);
        try {
            node.awaitReady(Duration.ofMinutes(3));
            return node;
        } catch (IOException | InterruptedException e) {
            node.kill();
            throw e;
        }
    }

    private UUID createSleeper(int millis) throws Exception {
        return api.createJob(
                aJob("sleep")
                        .named("sleeps %d ms".formatted(millis))
                        .every("0 0 0 1 1 *")
                        .data("millis", millis)
                        .with("concurrentExecutionPolicy", 2)
                        .with("maxRetries", 0));
    }

    private JsonNode awaitRun(UUID run, Predicate<JsonNode> condition) {
        ConditionFactory soon =
                await("run " + run)
                        .atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(100));
        return soon.until(() -> read(run), condition);
    }

    private void awaitCompletedAtOnce(UUID run) {
        JsonNode end = awaitRun(run, now -> !is(now, "queued") && !is(now, "running"));
        assertThat(is(end, "completed")).as(end.toPrettyString()).isTrue();
        assertThat(end.required("attempt").intValue()).as(end.toPrettyString()).isOne();
    }

    private JsonNode read(UUID run) throws Exception {
        return api.get("api/v1/occurrences/" + run).json();
    }

    private static boolean is(JsonNode run, String state) {
        return run.required("state").textValue().equals(state);
    }
}
