package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.tests.server.EventStream;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ArquillianExtension.class)
class MaintenanceIT {

    private static final String PAUSES = "api/v1/admin/pauses";
    private static final Duration A_WHILE = Duration.ofSeconds(3);

    @ArquillianResource URL root;
    private final String tag = "tag-" + UUID.randomUUID();
    private final List<String> opened = new ArrayList<>();
    private Milvaion milvaion;

    @BeforeEach
    void connect() {
        milvaion = new Milvaion(root);
    }

    @AfterEach
    void endPausesAndDeleteJobs() {
        opened.forEach(id -> milvaion.rest().delete(PAUSES + "/" + id));
        milvaion.close();
    }

    @Test
    void theJobsOfATagRestAndOthersRun() {
        var id = milvaion.create(job("noop").with("tags", List.of(tag)).every("* * * * * *"));
        var other = milvaion.create(job("noop").every("* * * * * *"));
        milvaion.awaitCompleted(id, 1);

        try (var events = new EventStream(root)) {
            events.send("{\"subscribe\":[\"system\",\"job:" + other + "\"]}");
            events.awaitEvent(event -> event.path("channels").toString().contains(other));
            var pause = pause(null);
            var since = Instant.parse(pause.get("pausedAt").textValue());
            await().during(A_WHILE)
                    .until(
                            () ->
                                    milvaion.occurrencesOf(id).stream()
                                            .map(
                                                    run ->
                                                            Instant.parse(
                                                                    run.get("plannedAt")
                                                                            .textValue()))
                                            .noneMatch(at -> at.isAfter(since.plusSeconds(1))));
            assertThat(
                            milvaion.occurrencesOf(other).stream()
                                    .map(run -> Instant.parse(run.get("plannedAt").textValue()))
                                    .filter(at -> at.isAfter(since.plusSeconds(1))))
                    .isNotEmpty();
            var why = milvaion.rest().get("api/v1/jobs/" + id + "/why").expect(200).json();
            assertThat(why.at("/causes/0/code").textValue()).isEqualTo("paused");
            assertThat(why.at("/causes/0/detail").textValue())
                    .isEqualTo("Tag " + tag + " is paused by root: the bank is closed");
            assertThat(why.at("/causes/0/refs/pauseId")).isEqualTo(pause.get("id"));
            assertThat(milvaion.items(PAUSES)).contains(pause);
            events.awaitEvent(e -> e.path("type").asText().equals("dispatching.paused"));

            int before = milvaion.occurrencesOf(id).size();
            milvaion.rest().delete(PAUSES + "/" + pause.get("id").textValue()).expect(204);
            events.awaitEvent(e -> e.path("type").asText().equals("dispatching.pauseEnded"));
            var all = milvaion.awaitCompleted(id, before + 3);
            assertThat(all.stream().map(run -> run.get("plannedAt").textValue()).toList())
                    .as("no instant twice")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void triggersAreRefusedWithThePause() {
        var id = milvaion.create(job("noop").with("tags", List.of(tag)));
        var pause = pause(null);

        var refused =
                milvaion.rest()
                        .post("api/v1/jobs/" + id + "/trigger", null)
                        .expectProblem(409)
                        .json();

        assertThat(refused.get("type").textValue()).isEqualTo("/problems/job-is-paused");
        assertThat(refused.get("pauseId")).isEqualTo(pause.get("id"));
        assertThat(refused.get("reason").textValue()).isEqualTo("the bank is closed");
        assertThat(refused.get("pausedBy").textValue()).isEqualTo("root");
        assertThat(milvaion.occurrencesOf(id)).isEmpty();
    }

    @Test
    void aPauseEndsByItself() {
        var id = milvaion.create(job("noop").with("tags", List.of(tag)).every("* * * * * *"));
        var pause = pause(Instant.now().plusSeconds(4));
        var until = Instant.parse(pause.get("until").textValue());

        soon().until(() -> !milvaion.items(PAUSES).contains(pause));

        milvaion.awaitCompleted(id, 2);
        assertThat(Instant.now()).isAfter(until);
        milvaion.rest().delete(PAUSES + "/" + pause.get("id").textValue()).expectProblem(404);
    }

    @Test
    void aScopeIsPausedOnce() {
        var pause = pause(null);

        var refused = milvaion.rest().post(PAUSES, body("tag", tag)).expectProblem(409).json();

        assertThat(refused.get("type").textValue()).isEqualTo("/problems/already-paused");
        assertThat(refused.get("pauseId")).isEqualTo(pause.get("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"reason":"x"} | scope
                    {"reason":"x","scope":{}} | scope
                    {"reason":"x","scope":{"tag":"a","jobType":"b"}} | scope
                    {"reason":"x","scope":{"tag":""}} | scope.tag
                    {"reason":"x","scope":{"jobType":"No Type"}} | scope.jobType
                    {"reason":"x","scope":{"workerGroup":"."}} | scope.workerGroup
                    {"reason":" ","scope":{"tag":"a"}} | reason
                    {"scope":{"tag":"a"}} | reason
                    {"reason":"x","scope":{"tag":"a"},"until":"2020-01-01T00:00:00.000Z"} | until
                    {"reason":"x","scope":{"tag":"a"},"until":"tomorrow"} | until
                    {"reason":"x","scope":{"tag":"a","group":"b"}} | scope.group
                    """)
    void whatIsWrongIsNamed(String body, String field) throws Exception {
        var before = milvaion.items(PAUSES);

        var refused =
                milvaion.rest().post(PAUSES, new ObjectMapper().readTree(body)).expectProblem(400);

        assertThat(refused.json().get("violations").findValuesAsText("field")).contains(field);
        assertThat(milvaion.items(PAUSES)).isEqualTo(before);
    }

    private JsonNode pause(Instant until) {
        var body = body("tag", tag);
        if (until != null) {
            body.put("until", until.toString());
        }
        var pause = milvaion.rest().post(PAUSES, body).expect(201).json();
        opened.add(pause.get("id").textValue());
        return pause;
    }

    private static ObjectNode body(String kind, String name) {
        var body = JsonNodeFactory.instance.objectNode().put("reason", "the bank is closed");
        body.putObject("scope").put(kind, name);
        return body;
    }
}
