package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.tests.server.EventStream;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Other tests share the server and need it to dispatch: each test resumes in the end. */
@ExtendWith(ArquillianExtension.class)
class EmergencyStopIT {

    private static final Duration A_WHILE = Duration.ofSeconds(3);

    @ArquillianResource URL root;
    private Milvaion milvaion;

    @BeforeEach
    void connect() {
        milvaion = new Milvaion(root);
    }

    @AfterEach
    void resumeAndDeleteJobs() {
        resume();
        milvaion.close();
    }

    @Test
    void nothingIsPlannedUntilSomebodyResumes() {
        var id = milvaion.create(job("noop").every("* * * * * *"));
        milvaion.awaitCompleted(id, 1);

        var stoppedAt = Instant.parse(stop("a fire").get("stoppedAt").textValue());

        await().during(A_WHILE)
                .until(
                        () ->
                                milvaion.occurrencesOf(id).stream()
                                        .map(one -> Instant.parse(one.get("plannedAt").textValue()))
                                        .noneMatch(at -> at.isAfter(stoppedAt.plusSeconds(1))));
        var before = milvaion.occurrencesOf(id).size();
        resume();
        var all = milvaion.awaitCompleted(id, before + 3);
        assertThat(all.stream().map(one -> one.get("plannedAt").textValue()).toList())
                .as("no instant twice")
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(before);
    }

    @Test
    void triggersAreRefusedAndRepetitionsGetTheFirstAnswer() {
        var id = milvaion.create(job("noop"));
        var path = "api/v1/jobs/" + id + "/trigger";
        var key = UUID.randomUUID().toString();
        var first = milvaion.rest().post(path, null, "Idempotency-Key", key).expect(202).json();
        var stopped = stop("a fire");

        var refused = milvaion.rest().post(path, null).expectProblem(409).json();

        assertThat(refused.get("type").textValue()).isEqualTo("/problems/dispatching-is-stopped");
        assertThat(refused.get("reason").textValue()).isEqualTo("a fire");
        assertThat(refused.get("stoppedBy").textValue()).isEqualTo("root");
        assertThat(refused.get("stoppedAt")).isEqualTo(stopped.get("stoppedAt"));
        assertThat(milvaion.rest().post(path, null, "Idempotency-Key", key).expect(202).json())
                .isEqualTo(first);
    }

    @Test
    void runningWorkEndsAndRetriesAndReleasesWait() {
        var failing =
                milvaion.create(
                        job("flaky")
                                .with("maxRetries", 1)
                                .with("retryBaseSeconds", 3)
                                .data("failProbability", 1));
        var queue =
                milvaion.create(
                        job("sleep").with("concurrentExecutionPolicy", 1).data("millis", 5_000));
        var running = milvaion.trigger(queue);
        var held = milvaion.trigger(queue);
        milvaion.awaitOccurrence(running, one -> one.get("state").textValue().equals("running"));
        var retried = milvaion.trigger(failing);
        milvaion.awaitOccurrence(retried, one -> one.get("attempt").intValue() == 2);

        stop("a fire");
        milvaion.awaitState(running, "completed");

        await().during(A_WHILE)
                .until(
                        () ->
                                milvaion.occurrence(held).get("state").textValue().equals("queued")
                                        && "backoff".equals(stage(retried)));
        resume();
        milvaion.awaitState(held, "completed");
        assertThat(milvaion.awaitState(retried, "failed").get("attempt").intValue()).isEqualTo(2);
    }

    @Test
    void theFirstStopStaysAndEverybodySeesIt() {
        try (var events = new EventStream(root)) {
            var witness = milvaion.create(job("noop").every("* * * * * *"));
            events.send("{\"subscribe\":[\"system\",\"job:" + witness + "\"]}");
            events.awaitEvent(event -> event.path("channels").toString().contains(witness));
            stop("a fire");
            var again = stop("a flood");

            assertThat(again.get("stopped").booleanValue()).isTrue();
            assertThat(again.get("reason").textValue()).isEqualTo("a fire");
            var dashboard = milvaion.rest().get("api/v1/dashboard").expect(200).json();
            assertThat(dashboard.get("dispatch")).isEqualTo(again);
            soon().untilAsserted(() -> assertThat(metric()).isEqualTo(1));
            var ready = milvaion.rest().get("health/ready").expect(200).json();
            assertThat(ready.get("checks").get(0).get("data").get("dispatching").textValue())
                    .startsWith("degraded: stopped by root")
                    .endsWith(": a fire");

            var resumed = resume();

            assertThat(resumed.get("stopped").booleanValue()).isFalse();
            assertThat(resume()).isEqualTo(resumed);
            soon().untilAsserted(() -> assertThat(metric()).isZero());
            var told =
                    events.awaitEvent(e -> e.path("type").asText().equals("dispatching.stopped"));
            assertThat(told.get("data").get("reason").textValue()).isEqualTo("a fire");
            assertThat(told.get("data").get("actor").textValue()).isEqualTo("root");
            events.awaitEvent(e -> e.path("type").asText().equals("dispatching.resumed"));
        }
        var last = milvaion.items("api/v1/admin/dispatch/history?limit=1").get(0);
        assertThat(last.get("reason").textValue()).isEqualTo("a fire");
        assertThat(last.get("resumedBy").textValue()).isEqualTo("root");
        assertThat(last.get("resumeReason").textValue()).isEqualTo("it is out");
        assertThat(last.get("resumedAt").textValue()).isNotBlank();
    }

    private JsonNode stop(String reason) {
        return milvaion.rest()
                .post("api/v1/admin/dispatch/stop", data("reason", reason))
                .expect(200)
                .json();
    }

    private JsonNode resume() {
        return milvaion.rest()
                .post("api/v1/admin/dispatch/resume", data("reason", "it is out"))
                .expect(200)
                .json();
    }

    private static ObjectNode data(String name, Object value) {
        return JsonNodeFactory.instance.objectNode().putPOJO(name, value);
    }

    private String stage(String occurrence) {
        return milvaion.occurrence(occurrence).get("stage").textValue();
    }

    private double metric() {
        return Arrays.stream(milvaion.rest().get("metrics").expect(200).body().split("\n"))
                .filter(line -> line.startsWith("milvaion_dispatching_stopped "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElseThrow();
    }
}
