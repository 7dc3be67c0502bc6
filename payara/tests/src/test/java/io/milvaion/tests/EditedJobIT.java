package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A run is what the version of its job says that it names. */
@ExtendWith(ArquillianExtension.class)
class EditedJobIT {

    private static final int QUEUE = 1;

    @ArquillianResource URL root;
    private Milvaion milvaion;

    @BeforeEach
    void connect() {
        milvaion = new Milvaion(root);
    }

    @AfterEach
    void deleteJobs() {
        milvaion.close();
    }

    @Test
    void aHeldRunIsNotChangedByAnEdit() {
        var id =
                milvaion.create(
                        job("sleep")
                                .data("millis", 3_000)
                                .with("concurrentExecutionPolicy", QUEUE));
        milvaion.trigger(id);
        var held = milvaion.trigger(id);
        assertThat(milvaion.occurrence(held).get("stage").textValue()).isEqualTo("held");
        var edit = object().put("jobType", "echo");
        edit.putObject("jobData").put("millis", 1);
        milvaion.change(id, edit);

        var ended = milvaion.awaitState(held, "completed");

        assertThat(ended.get("jobVersion").intValue()).isEqualTo(1);
        assertThat(ended.get("jobType").textValue()).isEqualTo("sleep");
        assertThat(ended.get("durationMs").intValue()).isGreaterThanOrEqualTo(3_000);
        var next = milvaion.awaitState(milvaion.trigger(id), "completed");
        assertThat(next.get("jobVersion").intValue()).isEqualTo(2);
        assertThat(next.get("result").textValue()).isEqualTo("{\"millis\":1}");
    }

    @Test
    void anAttemptThatWaitsKeepsItsDataAndItsRetries() {
        var id =
                milvaion.create(
                        job("flaky")
                                .data("failProbability", 1)
                                .with("maxRetries", 1)
                                .with("retryBaseSeconds", 2));
        var run = milvaion.trigger(id);
        milvaion.awaitOccurrence(run, now -> now.path("stage").asText().equals("backoff"));
        milvaion.change(id, lucky().put("maxRetries", 9));

        var ended = milvaion.awaitState(run, "failed");

        assertThat(ended.get("attempt").intValue()).isEqualTo(2);
        assertThat(ended.get("jobVersion").intValue()).isEqualTo(1);
    }

    @Test
    void aRetryRepeatsTheVersionOrUsesThePresentDefinitionIfItIsAsked() {
        var id = milvaion.create(job("flaky").data("failProbability", 1).with("maxRetries", 0));
        var failed = milvaion.trigger(id);
        milvaion.awaitState(failed, "failed");
        milvaion.change(id, lucky());

        var again = milvaion.awaitState(retry(failed, object()), "failed");
        var now =
                milvaion.awaitState(
                        retry(again.get("id").textValue(), object().put("presentDefinition", true)),
                        "completed");

        assertThat(again.get("jobVersion").intValue()).isEqualTo(1);
        assertThat(now.get("jobVersion").intValue()).isEqualTo(2);
        assertThat(milvaion.logOf(now.get("id").textValue()))
                .extracting(line -> line.get("message").textValue())
                .anyMatch(message -> message.contains("with the present definition"));
    }

    @Test
    void whatIsNoFlagIsRefused() {
        var id = milvaion.create(job("flaky").data("failProbability", 1).with("maxRetries", 0));
        var failed = milvaion.trigger(id);
        milvaion.awaitState(failed, "failed");

        for (JsonNode wrong : object().put("a", "yes").put("b", 1)) {
            var body = object().set("presentDefinition", wrong);
            milvaion.rest().post(path(failed), body).expectProblem(400);
            var replay = object().<ObjectNode>set("presentDefinition", wrong);
            replay.putArray("occurrenceIds").add(failed);
            assertThat(milvaion.rest().post("api/v1/replays", replay).expectProblem(400).body())
                    .contains("presentDefinition");
        }
    }

    private String retry(String failed, ObjectNode body) {
        return milvaion.rest()
                .post(path(failed), body)
                .expect(202)
                .json()
                .get("occurrenceId")
                .textValue();
    }

    private static String path(String failed) {
        return "api/v1/occurrences/" + failed + "/retry";
    }

    private static ObjectNode lucky() {
        var edit = object();
        edit.putObject("jobData").put("failProbability", 0);
        return edit;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
