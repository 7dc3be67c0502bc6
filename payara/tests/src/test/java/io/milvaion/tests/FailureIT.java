package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.launcher.rest.NewJob;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class FailureIT {

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
    void failedAttemptsAreRepeatedWithGrowingPausesAndListed() {
        var run = milvaion.trigger(milvaion.create(unlucky(2)));

        var waiting =
                milvaion.awaitOccurrence(
                        run, now -> "backoff".equals(now.get("stage").textValue()));
        assertThat(waiting.get("attempt").intValue()).isEqualTo(2);
        var ended = milvaion.awaitState(run, "failed");

        var attempts = attempts(ended);
        assertThat(attempts)
                .extracting(attempt -> attempt.get("attempt").intValue())
                .containsExactly(1, 2, 3);
        assertThat(attempts).allMatch(attempt -> attempt.get("state").textValue().equals("failed"));
        assertThat(attempts.get(1).get("error").textValue()).contains("bad luck in attempt 2");
        assertThat(ended.get("error").textValue()).contains("bad luck in attempt 3");
        assertThat(pause(attempts, 1)).isGreaterThanOrEqualTo(Duration.ofMillis(800));
        assertThat(pause(attempts, 2)).isGreaterThanOrEqualTo(Duration.ofMillis(1_600));
        soon().untilAsserted(
                        () ->
                                assertThat(
                                                milvaion.items(
                                                        "api/v1/failed-occurrences?jobId="
                                                                + ended.get("jobId").textValue()))
                                        .extracting(
                                                failed -> failed.get("occurrenceId").textValue())
                                        .containsExactly(run));
    }

    @Test
    void jobWithoutRetriesFailsAtOnce() {
        var run = milvaion.trigger(milvaion.create(unlucky(0)));

        assertThat(milvaion.awaitState(run, "failed").get("attempt").intValue()).isEqualTo(1);
    }

    @Test
    void errorThatWillNotGoAwayIsNotRepeated() {
        var job = unlucky(5);
        job.data("failProbability", 7);

        var ended = milvaion.awaitState(milvaion.trigger(milvaion.create(job)), "failed");

        assertThat(ended.get("attempt").intValue()).isEqualTo(1);
        assertThat(ended.get("error").textValue()).contains("failProbability must be 0 to 1");
    }

    @Test
    void runThatTakesTooLongIsStopped() {
        var job =
                job("sleep")
                        .with("timeoutSeconds", 1)
                        .with("maxRetries", 0)
                        .data("millis", 300_000);

        var ended = milvaion.awaitState(milvaion.trigger(milvaion.create(job)), "timedOut");

        assertThat(ended.get("durationMs").longValue()).isBetween(900L, 60_000L);
    }

    @Test
    void theLogOfAFailedRunIsReadAroundItsFirstErrorAndSearched() {
        var job = milvaion.create(unlucky(1));
        var before = milvaion.trigger(job);
        milvaion.awaitState(before, "failed");
        var run = milvaion.trigger(job);
        milvaion.awaitState(run, "failed");
        var logs = "api/v1/occurrences/" + run + "/logs";
        var all = milvaion.logOf(run);

        var attempts = milvaion.rest().get(logs + "/outline").expect(200).json().get("attempts");
        assertThat(attempts).hasSizeGreaterThan(1);
        long lines = 0;
        for (var attempt : attempts) {
            lines += attempt.get("lines").longValue();
        }
        assertThat(lines).isEqualTo(all.size());
        var last = all.get(all.size() - 1);
        assertThat(
                        milvaion.items(
                                logs
                                        + "?attempt="
                                        + last.get("attempt")
                                        + "&line="
                                        + last.get("seq")))
                .containsExactly(last);
        var word = last.get("message").textValue().substring(0, 3).toUpperCase(Locale.ROOT);
        assertThat(milvaion.items(logs + "/search?level=trace&q=" + word)).contains(last);
        assertThat(milvaion.items(logs + "/search?q=nobody-says-this")).isEmpty();

        var neighbours = milvaion.rest().get("api/v1/occurrences/" + run + "/neighbours");
        assertThat(neighbours.expect(200).json().get("previous").textValue()).isEqualTo(before);
        assertThat(neighbours.json().get("next").isNull()).isTrue();
    }

    private static NewJob unlucky(int retries) {
        return job("flaky")
                .with("maxRetries", retries)
                .with("retryBaseSeconds", 1)
                .data("failProbability", 1);
    }

    private static List<JsonNode> attempts(JsonNode occurrence) {
        return StreamSupport.stream(occurrence.get("attempts").spliterator(), false).toList();
    }

    /** From the end of an attempt to the start of the next one. */
    private static Duration pause(List<JsonNode> attempts, int attempt) {
        return Duration.between(
                Instant.parse(attempts.get(attempt - 1).get("endedAt").textValue()),
                Instant.parse(attempts.get(attempt).get("startedAt").textValue()));
    }
}
