package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ConnectionFactory;
import io.milvaion.contract.BrokerNames;
import io.milvaion.launcher.rest.NewJob;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class DeadLettersIT {

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
    void failedRunIsListedInItsGroupAndDealtWith() {
        var job =
                job("flaky")
                        .with("maxRetries", 1)
                        .with("retryBaseSeconds", 1)
                        .data("failProbability", 1);
        var id = milvaion.create(job);
        var run = milvaion.trigger(id);
        milvaion.awaitState(run, "failed");

        var failed = failed("jobId=" + id).get(0);
        assertThat(failed.get("cause").textValue()).isEqualTo("exhausted");
        assertThat(failed.get("attemptsMade").intValue()).isEqualTo(2);
        assertThat(failed.get("errorGroup").textValue()).endsWith("bad luck in attempt <n>");
        var group = failed.get("group").textValue();
        assertThat(failed("group=" + group + "&cause=exhausted&resolved=false&jobId=" + id))
                .hasSize(1);
        assertThat(milvaion.items("api/v1/failed-occurrences/groups?q=bad+luck"))
                .filteredOn(g -> g.get("group").textValue().equals(group))
                .singleElement()
                .satisfies(
                        g -> {
                            assertThat(g.get("count").longValue()).isPositive();
                            assertThat(g.get("sampleError").textValue()).contains("bad luck");
                            assertThat(g.get("jobs").toString()).contains(id);
                        });
        var details = milvaion.rest().get("api/v1/failed-occurrences/" + run).expect(200).json();
        assertThat(details.get("attempts")).hasSize(2);
        assertThat(details.get("attempts").get(0).get("durationMs").isNumber()).isTrue();
        assertThat(details.get("error").textValue()).contains("bad luck in attempt 2");

        var resolved =
                milvaion.rest()
                        .post(
                                "api/v1/failed-occurrences/" + run + "/resolve",
                                object().put("note", "known"))
                        .expect(200)
                        .json();
        assertThat(resolved.get("resolvedBy").textValue()).isEqualTo("root");
        assertThat(failed("resolved=false&jobId=" + id)).isEmpty();

        milvaion.rest().delete("api/v1/failed-occurrences/" + run).expect(204);
        milvaion.rest().get("api/v1/failed-occurrences/" + run).expectProblem(404);
        assertThat(Milvaion.is(milvaion.occurrence(run), "failed")).isTrue();
        assertThat(milvaion.rest().get("api/v1/jobs/" + id).expect(200).json().get("nextRunAt"))
                .isNotNull();
    }

    @Test
    void manyAreResolvedAndDeletedByFilter() {
        var id = milvaion.create(unlucky());
        for (int i = 0; i < 3; i++) {
            milvaion.awaitState(milvaion.trigger(id), "failed");
        }
        var body = object();
        body.putObject("filter").put("jobId", id);

        var resolved =
                milvaion.rest()
                        .post("api/v1/failed-occurrences/resolve", body.deepCopy().put("note", "x"))
                        .expect(200)
                        .json();
        assertThat(resolved.toString()).isEqualTo("{\"count\":3,\"complete\":true}");
        assertThat(failed("resolved=true&jobId=" + id)).hasSize(3);
        milvaion.rest().post("api/v1/failed-occurrences/delete", body).expect(200);
        assertThat(failed("jobId=" + id)).isEmpty();
    }

    @Test
    void attemptsOfARunThatSucceededAfterAFailureAreKept() {
        var job =
                job("flaky")
                        .with("maxRetries", 50)
                        .with("retryBaseSeconds", 1)
                        .data("failProbability", 0.5);
        var id = milvaion.create(job);
        JsonNode run = milvaion.awaitState(milvaion.trigger(id), "completed");
        assertThat(run.get("attempts")).as(run.toString()).hasSize(run.get("attempt").intValue());
        var last = run.get("attempts").get(run.get("attempts").size() - 1);
        assertThat(last.get("state").textValue()).isEqualTo("completed");
        assertThat(last.get("durationMs").isNumber()).isTrue();
    }

    @Test
    void poisonMessageIsStoredAndEndsItsRun() throws Exception {
        var type = "nobody" + UUID.randomUUID().toString().substring(0, 8);
        var run = milvaion.trigger(milvaion.create(job(type).with("maxRetries", 5)));
        var reason = "no worker understands " + type;

        publish(type + "." + run, "{broken", reason);

        var ended = milvaion.awaitState(run, "failed");
        assertThat(ended.get("error").textValue()).contains(reason);
        assertThat(failed("cause=poison&jobType=" + type)).hasSize(1);
        var letter = letters("queue=jobs." + type + ".wildcard").get(0);
        assertThat(letter.get("occurrenceId").textValue()).isEqualTo(run);
        var path = "api/v1/dead-letters/" + letter.get("id").textValue();
        assertThat(milvaion.rest().get(path).expect(200).json().get("body").textValue())
                .isEqualTo("{broken");
        milvaion.rest().delete(path).expect(204);
        milvaion.rest().get(path).expectProblem(404);
    }

    @Test
    void poisonReportLeavesALineInTheLog() throws Exception {
        var run = milvaion.trigger(milvaion.create(job("nobodyrunsthis")));
        var reason = "unknown code in the report on " + run;

        publish("milvaion.status", "{\"reports\":[{\"occurrenceId\":\"" + run + "\"}]}", reason);

        soon().untilAsserted(
                        () ->
                                assertThat(milvaion.logOf(run))
                                        .anyMatch(line -> line.toString().contains(reason)));
        var filter = object();
        filter.putObject("filter").put("reason", run);
        assertThat(
                        milvaion.rest()
                                .post("api/v1/dead-letters/delete", filter)
                                .expect(200)
                                .json()
                                .get("count")
                                .intValue())
                .isEqualTo(1);
    }

    private static void publish(String routingKey, String body, String reason) throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(System.getProperty("milvaion.rabbitmq.url"));
        try (var connection = factory.newConnection();
                var channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish(
                    BrokerNames.DEAD_LETTER_EXCHANGE,
                    "",
                    new AMQP.BasicProperties.Builder()
                            .headers(
                                    Map.of(
                                            BrokerNames.REASON_HEADER,
                                            reason,
                                            BrokerNames.ROUTING_KEY_HEADER,
                                            routingKey))
                            .build(),
                    body.getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(10_000);
        }
    }

    private List<JsonNode> failed(String query) {
        return milvaion.items("api/v1/failed-occurrences?" + query);
    }

    private List<JsonNode> letters(String query) {
        return milvaion.items("api/v1/dead-letters?" + query);
    }

    private static NewJob unlucky() {
        return job("flaky").with("maxRetries", 0).data("failProbability", 1);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
