package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class TriggerIT {

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
    void triggeredRunGetsTheDataOfTheRequest() {
        var id = milvaion.create(job("hello"));

        var answer = milvaion.rest().post(triggerOf(id), data("Ada")).expect(202);

        var run = answer.json().get("occurrenceId").textValue();
        assertThat(answer.header("Location")).endsWith("/api/v1/occurrences/" + run);
        var ended = milvaion.awaitState(run, "completed");
        assertThat(ended.get("result").textValue()).isEqualTo("Hello, Ada!");
        assertThat(ended.get("manual").booleanValue()).isTrue();
        assertThat(ended.get("data").get("name").textValue()).isEqualTo("Ada");
    }

    @Test
    void triggerWithoutDataUsesThoseOfTheJob() {
        var job = job("hello").data("name", "Grace");

        var run = milvaion.trigger(milvaion.create(job));

        assertThat(milvaion.awaitState(run, "completed").get("result").textValue())
                .isEqualTo("Hello, Grace!");
    }

    @Test
    void jobThatIsNotActiveCanBeTriggered() {
        var run = milvaion.trigger(milvaion.create(job("hello").with("active", false)));

        milvaion.awaitState(run, "completed");
    }

    @Test
    void requestWithTheSameIdempotencyKeyMakesNoSecondRun() {
        var id = milvaion.create(job("hello"));
        var key = UUID.randomUUID().toString();

        var first = milvaion.rest().post(triggerOf(id), data("Ada"), "Idempotency-Key", key);
        var second = milvaion.rest().post(triggerOf(id), data("Ada"), "Idempotency-Key", key);

        assertThat(second.expect(202).json()).isEqualTo(first.expect(202).json());
        milvaion.awaitState(first.json().get("occurrenceId").textValue(), "completed");
        var third = milvaion.rest().post(triggerOf(id), data("Ada"), "Idempotency-Key", key);
        assertThat(third.expect(202).json()).isEqualTo(first.json());
        assertThat(milvaion.occurrencesOf(id)).hasSize(1);
    }

    @Test
    void idempotencyKeyOfAnotherRequestIsRefused() {
        var id = milvaion.create(job("hello"));
        var key = UUID.randomUUID().toString();
        milvaion.rest().post(triggerOf(id), data("Ada"), "Idempotency-Key", key).expect(202);

        var other = milvaion.rest().post(triggerOf(id), data("Bob"), "Idempotency-Key", key);

        other.expectProblem(422);
        assertThat(milvaion.occurrencesOf(id)).hasSize(1);
    }

    @Test
    void jobThatSkipsOverlapsCannotBeTriggeredWhileARunIsOpen() {
        var job = job("sleep").data("millis", 60_000);
        var id = milvaion.create(job);
        var open = milvaion.trigger(id);

        var refused = milvaion.rest().post(triggerOf(id), null);

        assertThat(refused.expectProblem(409).json().get("occurrenceId").textValue())
                .isEqualTo(open);
        cancel(open);
        milvaion.awaitState(open, "cancelled");
        var next = milvaion.trigger(id);
        cancel(next);
        milvaion.awaitState(next, "cancelled");
    }

    /** 200 if no worker had it yet. */
    private void cancel(String run) {
        var answer = milvaion.rest().post("api/v1/occurrences/" + run + "/cancel", null);
        assertThat(answer.status()).isIn(200, 202);
    }

    private static String triggerOf(String job) {
        return "api/v1/jobs/" + job + "/trigger";
    }

    private static ObjectNode data(String name) {
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("data").put("name", name);
        return body;
    }
}
