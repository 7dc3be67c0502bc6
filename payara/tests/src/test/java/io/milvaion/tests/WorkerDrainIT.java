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
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Other tests share the worker and need it to work: each test resumes in the end. */
@ExtendWith(ArquillianExtension.class)
class WorkerDrainIT {

    private static final Duration A_WHILE = Duration.ofSeconds(3);

    @ArquillianResource URL root;
    private Milvaion milvaion;
    private String worker;

    @BeforeEach
    void connect() {
        milvaion = new Milvaion(root);
        worker =
                soon().until(
                                () ->
                                        milvaion.items("api/v1/workers").stream()
                                                .filter(one -> is(one, "active"))
                                                .filter(one -> one.toString().contains("sleep"))
                                                .findFirst(),
                                Optional::isPresent)
                        .orElseThrow()
                        .get("instanceId")
                        .textValue();
    }

    @AfterEach
    void resumeAndDeleteJobs() {
        resume();
        milvaion.close();
    }

    @Test
    void whatRunsEndsAndTheNextRunWaits() {
        var id =
                milvaion.create(
                        job("sleep").data("millis", 6_000).with("concurrentExecutionPolicy", 2));
        var running = milvaion.trigger(id);
        milvaion.awaitState(running, "running");

        try (var events = new EventStream(root)) {
            events.send("{\"subscribe\":[\"system\"]}");
            var drained = drain("a new machine", null);
            assertThat(drained.get("state").textValue()).isEqualTo("draining");
            assertThat(drained.at("/drain/drainedBy").textValue()).isEqualTo("root");
            events.awaitEvent(
                    e ->
                            e.path("type").asText().equals("worker.updated")
                                    && e.at("/data/draining").asBoolean());
        }
        var keeping = detail().get("runs");
        assertThat(keeping.findValuesAsText("occurrenceId")).contains(running);
        assertThat(keeping.get(0).get("runningMs").longValue()).isPositive();
        var waiting = milvaion.trigger(id);

        milvaion.awaitState(running, "completed");
        soon().until(() -> is(detail().get("worker"), "drained"));
        await().during(A_WHILE)
                .until(
                        () ->
                                milvaion.occurrence(waiting)
                                        .get("state")
                                        .textValue()
                                        .equals("queued"));
        assertThat(detail().get("runs")).isEmpty();
        assertThat(
                        milvaion.rest()
                                .get("api/v1/occurrences/" + waiting + "/why")
                                .expect(200)
                                .json()
                                .at("/causes/0/code")
                                .textValue())
                .isEqualTo("workersDrained");

        assertThat(resume().get("state").textValue()).isEqualTo("active");
        milvaion.awaitState(waiting, "completed");
    }

    @Test
    void aDrainEndsByItself() {
        var until = Instant.now().plusSeconds(6);
        drain("a moment", until);
        soon().until(() -> is(detail().get("worker"), "drained"));
        var run = milvaion.trigger(milvaion.create(job("noop")));

        var ended = milvaion.awaitState(run, "completed");

        assertThat(Instant.parse(ended.get("startedAt").textValue()))
                .isAfterOrEqualTo(until.minusMillis(500));
        soon().until(() -> is(detail().get("worker"), "active"));
    }

    @Test
    void aGroupIsDrainedBeforeItHasWorkers() {
        var group = "g-" + UUID.randomUUID();
        var path = "api/v1/worker-groups/" + group;

        var drained = milvaion.rest().post(path + "/drain", why("a move")).expect(200).json();

        assertThat(drained.at("/drain/workerGroup").textValue()).isEqualTo(group);
        assertThat(drained.get("instances").longValue()).isZero();
        assertThat(milvaion.items("api/v1/worker-groups?limit=200")).contains(drained);
        var resumed = milvaion.rest().post(path + "/resume", null).expect(200).json();
        assertThat(resumed.get("drain").isNull()).isTrue();
        assertThat(milvaion.items("api/v1/worker-groups?limit=200")).doesNotContain(resumed);
    }

    @Test
    void whatIsWrongIsRefused() {
        var rest = milvaion.rest();
        rest.post(path("drain"), JsonNodeFactory.instance.objectNode()).expectProblem(400);
        rest.post(path("drain"), why("x").put("until", "2020-01-01T00:00:00Z")).expectProblem(400);
        rest.post("api/v1/workers/nobody/drain", why("x")).expectProblem(404);
        rest.post("api/v1/workers/nobody/resume", null).expectProblem(404);
        rest.get("api/v1/workers/nobody").expectProblem(404);
        rest.delete("api/v1/workers/nobody").expectProblem(404);
        rest.post("api/v1/worker-groups/No%20Group/drain", why("x")).expectProblem(400);
        assertThat(
                        rest.delete("api/v1/workers/" + worker)
                                .expectProblem(409)
                                .json()
                                .get("type")
                                .textValue())
                .isEqualTo("/problems/worker-is-alive");
        assertThat(is(detail().get("worker"), "active")).isTrue();
    }

    private static boolean is(JsonNode one, String state) {
        return one.get("state").textValue().equals(state);
    }

    private JsonNode detail() {
        return milvaion.rest().get("api/v1/workers/" + worker).expect(200).json();
    }

    private JsonNode drain(String reason, Instant until) {
        var body = why(reason);
        if (until != null) {
            body.put("until", until.toString());
        }
        return milvaion.rest().post(path("drain"), body).expect(200).json();
    }

    private JsonNode resume() {
        return milvaion.rest().post(path("resume"), null).expect(200).json();
    }

    private String path(String verb) {
        return "api/v1/workers/" + worker + "/" + verb;
    }

    private static ObjectNode why(String reason) {
        return JsonNodeFactory.instance.objectNode().put("reason", reason);
    }
}
