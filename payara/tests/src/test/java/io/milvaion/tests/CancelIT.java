package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.is;
import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class CancelIT {

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
    void runningJobStopsWhenItIsCancelled() {
        var job = job("longhaul").data("steps", 600).data("stepMillis", 1_000);
        var run = milvaion.trigger(milvaion.create(job));
        milvaion.awaitOccurrence(run, now -> is(now, "running"));

        var answer = milvaion.rest().post(cancelOf(run), null).expect(202);

        assertThat(answer.json().get("cancelled").booleanValue()).isFalse();
        var ended = milvaion.awaitState(run, "cancelled");
        assertThat(ended.get("durationMs").longValue()).isLessThan(300_000);
        assertThat(ended.get("cancelRequestedAt").isNull()).isFalse();
    }

    @Test
    void waitingRunNeverStartsWhenItIsCancelled() {
        var run = milvaion.trigger(milvaion.create(job("type-without-workers")));

        var answer = milvaion.rest().post(cancelOf(run), null).expect(200);

        assertThat(answer.json().get("cancelled").booleanValue()).isTrue();
        assertThat(answer.json().get("state").textValue()).isEqualTo("cancelled");
        assertThat(answer.header("Location")).isEqualTo("/api/v1/occurrences/" + run);
        assertThat(milvaion.awaitState(run, "cancelled").get("startedAt").isNull()).isTrue();
    }

    @Test
    void runThatHasEndedCannotBeCancelled() {
        var run = milvaion.trigger(milvaion.create(job("noop")));
        milvaion.awaitState(run, "completed");

        milvaion.rest().post(cancelOf(run), null).expectProblem(409);
        assertThat(is(milvaion.occurrence(run), "completed")).isTrue();
    }

    private static String cancelOf(String occurrence) {
        return "api/v1/occurrences/" + occurrence + "/cancel";
    }
}
