package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.is;
import static io.milvaion.tests.server.Milvaion.isOpen;
import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milvaion.launcher.rest.NewJob;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class OverlapIT {

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
    void everySecondIsARunOrASkippedRunWithItsReason() {
        var id = milvaion.create(everySecond(sleeping(2_500), 0));
        milvaion.awaitCompleted(id, 3);
        milvaion.change(id, JsonNodeFactory.instance.objectNode().put("active", false));
        soon().until(() -> milvaion.occurrencesOf(id).stream().noneMatch(run -> isOpen(run)));

        var runs = milvaion.occurrencesOf(id);
        var skipped = milvaion.skippedRunsOf(id);

        assertThat(skipped)
                .isNotEmpty()
                .extracting(skip -> skip.get("reason").textValue())
                .containsAnyOf("overlap")
                .isSubsetOf("overlap", "deactivated");
        var seconds = new TreeSet<Instant>();
        Stream.concat(runs.stream(), skipped.stream())
                .map(planned -> instant(planned, "plannedAt"))
                .forEach(at -> assertThat(seconds.add(at)).as("only once: %s", at).isTrue());
        assertThat(seconds)
                .hasSize(
                        1
                                + (int)
                                        (seconds.last().getEpochSecond()
                                                - seconds.first().getEpochSecond()));
        assertThat(atOnce(runs)).isEqualTo(1);
    }

    @Test
    void queuedRunsFollowEachOtherInTheOrderTheyWerePlanned() {
        var id = milvaion.create(everySecond(sleeping(2_000), 1));
        soon().until(
                        () -> milvaion.occurrencesOf(id),
                        all ->
                                all.stream()
                                        .anyMatch(
                                                run ->
                                                        "held"
                                                                .equals(
                                                                        run.get("stage")
                                                                                .textValue())));
        var runs = milvaion.awaitCompleted(id, 3);
        milvaion.change(id, JsonNodeFactory.instance.objectNode().put("active", false));

        var ended = runs.stream().filter(run -> is(run, "completed")).toList();
        assertThat(ended.stream().map(run -> instant(run, "plannedAt")).toList())
                .isEqualTo(
                        runs.stream()
                                .map(run -> instant(run, "plannedAt"))
                                .sorted()
                                .limit(ended.size())
                                .toList());
        assertThat(ended.stream().map(run -> instant(run, "startedAt")).toList()).isSorted();
        assertThat(atOnce(ended)).isEqualTo(1);
        assertThat(milvaion.skippedRunsOf(id)).isEmpty();
    }

    @Test
    void neverMoreRunsAtOnceThanTheJobAllows() {
        var id =
                milvaion.create(
                        sleeping(2_000)
                                .with("concurrentExecutionPolicy", 2)
                                .with("maxConcurrent", 2));
        var ids = Stream.generate(() -> milvaion.trigger(id)).limit(5).toList();

        var runs = ids.stream().map(run -> milvaion.awaitState(run, "completed")).toList();

        assertThat(atOnce(runs)).isEqualTo(2);
    }

    @Test
    void parallelRunsDoNotWaitForEachOther() {
        var id = milvaion.create(sleeping(4_000).with("concurrentExecutionPolicy", 2));
        var ids = Stream.generate(() -> milvaion.trigger(id)).limit(3).toList();

        var runs = ids.stream().map(run -> milvaion.awaitState(run, "completed")).toList();

        assertThat(atOnce(runs)).isGreaterThan(1);
    }

    private static NewJob sleeping(int millis) {
        return job("sleep").data("millis", millis);
    }

    private static NewJob everySecond(NewJob job, int policy) {
        return job.every("* * * * * *").with("concurrentExecutionPolicy", policy);
    }

    /** How many of these ran at the same time at most; a start at another's end is no overlap. */
    private static long atOnce(List<JsonNode> runs) {
        return runs.stream()
                .map(run -> instant(run, "startedAt"))
                .mapToLong(
                        start ->
                                runs.stream()
                                        .filter(run -> !instant(run, "startedAt").isAfter(start))
                                        .filter(run -> end(run).isAfter(start))
                                        .count())
                .max()
                .orElse(0);
    }

    private static Instant end(JsonNode run) {
        return instant(run, "startedAt").plusMillis(run.get("durationMs").longValue());
    }

    private static Instant instant(JsonNode run, String field) {
        return Instant.parse(run.get(field).textValue());
    }
}
