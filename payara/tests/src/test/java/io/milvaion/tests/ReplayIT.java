package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.launcher.rest.NewJob;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.util.ArrayList;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ReplayIT {

    private static final int PARALLEL = 2;

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
    void failedRunIsRetriedWithEditedData() {
        var id = milvaion.create(unlucky(1));
        var run = milvaion.trigger(id);
        milvaion.awaitState(run, "failed");
        var path = "api/v1/occurrences/" + run + "/retry";
        var body = object();
        body.putObject("data").put("failProbability", 0);

        var first = milvaion.rest().post(path, body, "Idempotency-Key", "k-" + run).expect(202);
        var again = milvaion.rest().post(path, body, "Idempotency-Key", "k-" + run).expect(202);

        var retry = first.json().get("occurrenceId").textValue();
        assertThat(again.json().get("occurrenceId").textValue()).isEqualTo(retry);
        var ended = milvaion.awaitState(retry, "completed");
        assertThat(ended.get("retryOf").textValue()).isEqualTo(run);
        assertThat(Milvaion.is(milvaion.occurrence(run), "failed")).isTrue();
        var failed = milvaion.rest().get("api/v1/failed-occurrences/" + run).expect(200).json();
        assertThat(failed.get("retriedAs").textValue()).isEqualTo(retry);
        assertThat(failed.get("resolvedBy").textValue()).isEqualTo("root");
        var refused = milvaion.rest().post(path, null).expectProblem(409).json();
        assertThat(refused.get("retriedAs").textValue()).isEqualTo(retry);
    }

    @Test
    void deletedJobIsNotRetried() {
        var id = milvaion.create(unlucky(1));
        var run = milvaion.trigger(id);
        milvaion.awaitState(run, "failed");
        milvaion.rest().delete("api/v1/jobs/" + id).expect(204);

        milvaion.rest().post("api/v1/occurrences/" + run + "/retry", null).expectProblem(409);
    }

    @Test
    void manyAreReplayedEachOnce() {
        var id = milvaion.create(unlucky(1));
        var runs = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            runs.add(milvaion.trigger(id));
        }
        runs.forEach(run -> milvaion.awaitState(run, "failed"));
        var body = object().put("ratePerSecond", 20).put("note", "after the fix");
        body.putObject("filter").put("jobId", id).put("cause", "exhausted");
        body.putObject("dataPatch").put("failProbability", 0);

        var made = milvaion.rest().post("api/v1/replays", body).expect(202);

        assertThat(made.json().get("total").intValue()).isEqualTo(20);
        var path = made.header("Location").substring(made.header("Location").indexOf("api/"));
        JsonNode done =
                soon().until(
                                () -> milvaion.rest().get(path).expect(200).json(),
                                r -> r.get("state").textValue().equals("done"));
        assertThat(done.get("done").intValue()).isEqualTo(20);
        var retries =
                milvaion.occurrencesOf(id).stream()
                        .filter(o -> !o.get("retryOf").isNull())
                        .toList();
        assertThat(retries)
                .extracting(o -> o.get("retryOf").textValue())
                .containsExactlyInAnyOrderElementsOf(runs);
        for (var retry : retries) {
            milvaion.awaitState(retry.get("id").textValue(), "completed");
        }
        assertThat(milvaion.items("api/v1/failed-occurrences?resolved=false&jobId=" + id))
                .isEmpty();
        milvaion.rest().post(path + "/pause", null).expectProblem(409);
        assertThat(milvaion.items("api/v1/replays?state=done").toString())
                .contains(done.get("id").textValue());
    }

    @Test
    void replayIsPausedResumedAndCancelled() {
        var id = milvaion.create(unlucky(1));
        for (int i = 0; i < 3; i++) {
            milvaion.awaitState(milvaion.trigger(id), "failed");
        }
        var body = object().put("ratePerSecond", 1);
        body.putObject("filter").put("jobId", id);
        var replay = milvaion.rest().post("api/v1/replays", body).expect(202).json();
        var path = "api/v1/replays/" + replay.get("id").textValue();

        assertThat(state(milvaion.rest().post(path + "/pause", null).expect(200).json()))
                .isEqualTo("paused");
        assertThat(state(milvaion.rest().post(path + "/resume", null).expect(200).json()))
                .isEqualTo("running");
        assertThat(state(milvaion.rest().post(path + "/cancel", null).expect(200).json()))
                .isEqualTo("cancelled");
        milvaion.rest().post(path + "/resume", null).expectProblem(409);
    }

    private static String state(JsonNode replay) {
        return replay.get("state").textValue();
    }

    private static NewJob unlucky(int probability) {
        return job("flaky")
                .with("maxRetries", 0)
                .with("concurrentExecutionPolicy", PARALLEL)
                .data("failProbability", probability);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
