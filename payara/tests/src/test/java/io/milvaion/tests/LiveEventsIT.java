package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.tests.server.EventStream;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class LiveEventsIT {

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
    void clientSeesTheStepsOfARun() {
        var job = job("longhaul").data("steps", 4).data("stepMillis", 700);
        var id = milvaion.create(job);
        try (var stream = new EventStream(root)) {
            follow(stream, id);

            var run = milvaion.trigger(id);
            stream.send("{\"subscribe\":[\"logs:" + run + "\"]}");

            stream.awaitEvent(
                    event ->
                            is(event, "occurrence.completed")
                                    && event.get("id").textValue().equals(run));
            var steps =
                    stream.events().stream()
                            .filter(event -> event.path("id").asText().equals(run))
                            .map(event -> event.get("type").textValue())
                            .filter(type -> type.startsWith("occurrence."))
                            .distinct()
                            .toList();
            assertThat(steps)
                    .containsSubsequence(
                            "occurrence.running", "occurrence.progress", "occurrence.completed");
            var line = stream.awaitEvent(event -> is(event, "log.line"));
            assertThat(line.get("data").get("message").textValue()).startsWith("step ");
            assertThat(numbers(stream))
                    .isEqualTo(IntStream.rangeClosed(1, stream.messages().size()).boxed().toList());
        }
    }

    @Test
    void clientHearsNothingOfWhatItHasNotSubscribedTo() {
        var id = milvaion.create(job("noop"));
        var other = milvaion.create(job("noop"));
        try (var stream = new EventStream(root)) {
            follow(stream, id);

            milvaion.awaitState(milvaion.trigger(other), "completed");
            var run = milvaion.trigger(id);

            stream.awaitEvent(event -> event.path("id").asText().equals(run));
            assertThat(stream.events())
                    .noneMatch(event -> event.path("channels").toString().contains(other));
        }
    }

    @Test
    void messageThatCannotBeFollowedIsAnsweredWithAnError() {
        try (var stream = new EventStream(root)) {
            stream.send("{\"subscribe\":[\"everything\"]}");

            assertThat(stream.awaitMessage("error").get("error").textValue())
                    .contains("everything");
        }
    }

    /** Subscribes to a job and returns when events are on their way: another job's have come. */
    private void follow(EventStream stream, String job) {
        var witness = milvaion.create(job("noop").every("* * * * * *"));
        stream.send("{\"subscribe\":[\"job:" + job + "\",\"job:" + witness + "\"]}");
        stream.awaitEvent(event -> event.path("channels").toString().contains(witness));
    }

    private static boolean is(JsonNode event, String type) {
        return event.get("type").textValue().equals(type);
    }

    private static List<Integer> numbers(EventStream stream) {
        return stream.messages().stream().map(message -> message.get("seq").intValue()).toList();
    }
}
