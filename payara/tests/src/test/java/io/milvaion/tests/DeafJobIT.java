package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.launcher.rest.NewJob;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A job that ignores that it is told to stop, in a real worker, which gives it up after 2 s. */
@ExtendWith(ArquillianExtension.class)
class DeafJobIT {

    private static final int DEAF_MILLIS = 9_000;
    private static final int SKIP = 0;
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
    void retryAndSkippedRunsWaitUntilItHasReturned() {
        var id = milvaion.create(deaf(SKIP));
        var run = milvaion.trigger(id);

        awaitAbandoned(run);
        milvaion.rest().post("api/v1/jobs/" + id + "/trigger", null).expectProblem(409);

        assertThat(pause(milvaion.awaitState(run, "completed"))).isGreaterThan(deafness());
    }

    @Test
    void heldRunWaitsUntilItHasReturnedAndItsRetryHasEnded() {
        var id = milvaion.create(deaf(QUEUE));
        var run = milvaion.trigger(id);
        var held = milvaion.trigger(id);

        awaitAbandoned(run);
        assertThat(milvaion.occurrence(held).get("stage").textValue()).isEqualTo("held");

        var ended = milvaion.awaitState(run, "completed");
        assertThat(pause(ended)).isGreaterThan(deafness());
        var next = milvaion.awaitOccurrence(held, now -> now.get("startedAt").isTextual());
        assertThat(at(next, "startedAt")).isAfterOrEqualTo(at(ended, "endedAt"));
        milvaion.rest().post("api/v1/occurrences/" + held + "/cancel", null).expect(202);
        milvaion.awaitState(held, "cancelled");
    }

    @Test
    void retryDoesNotWaitWhereTheJobGoesOn() {
        var run = milvaion.trigger(milvaion.create(deaf(SKIP).with("onAbandoned", "goOn")));

        var ended = milvaion.awaitState(run, "completed");

        assertThat(pause(ended)).isLessThan(deafness());
        assertThat(ended.get("abandonedAt").isNull()).isTrue();
    }

    private void awaitAbandoned(String run) {
        var waiting = milvaion.awaitOccurrence(run, now -> now.get("abandonedAt").isTextual());
        assertThat(waiting.get("state").textValue()).isEqualTo("running");
        assertThat(waiting.get("error").textValue()).contains("abandoned");
        assertThat(waiting.get("attempts")).hasSize(1);
        var causes = milvaion.rest().get("api/v1/occurrences/" + run + "/why").expect(200).json();
        assertThat(causes.toString()).contains("\"abandoned\"");
    }

    private static NewJob deaf(int policy) {
        return job("deaf")
                .data("millis", DEAF_MILLIS)
                .with("concurrentExecutionPolicy", policy)
                .with("timeoutSeconds", 1)
                .with("maxRetries", 1)
                .with("retryBaseSeconds", 1);
    }

    /** From the start of the first attempt to that of the second. */
    private static Duration pause(JsonNode run) {
        var attempts = run.get("attempts");
        return Duration.between(at(attempts.get(0), "startedAt"), at(attempts.get(1), "startedAt"));
    }

    private static Duration deafness() {
        return Duration.ofMillis(DEAF_MILLIS);
    }

    private static Instant at(JsonNode node, String member) {
        return Instant.parse(node.get(member).textValue());
    }
}
