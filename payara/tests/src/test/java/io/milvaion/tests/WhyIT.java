package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milvaion.launcher.rest.NewJob;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class WhyIT {

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
    void aJobSaysWhetherItIsActiveAndWhenItRuns() {
        var id = milvaion.create(job("noop").every("@yearly"));
        assertThat(codes("jobs", id)).containsExactly("plannedLater");

        milvaion.change(id, JsonNodeFactory.instance.objectNode().put("active", false));
        assertThat(codes("jobs", id)).containsExactly("inactive");
    }

    @Test
    void aRunThatHasEndedSaysHow() {
        var run = milvaion.trigger(milvaion.create(job("noop")));
        milvaion.awaitState(run, "completed");

        assertThat(codes("occurrences", run)).containsExactly("ended");
    }

    @Test
    void aRunNamesTheWorkerThatHasItAndTheOneItIsHeldBehind() {
        var id = milvaion.create(sleeping(8_000).with("concurrentExecutionPolicy", 1));
        var first = milvaion.trigger(id);
        var second = milvaion.trigger(id);
        milvaion.awaitOccurrence(first, now -> now.get("state").textValue().equals("running"));

        assertThat(cause("occurrences", first, "running").at("/refs/workerInstance").textValue())
                .isNotBlank();
        assertThat(cause("occurrences", second, "heldByRun").at("/refs/occurrenceId").textValue())
                .isEqualTo(first);
        assertThat(cause("jobs", id, "openRun").get("detail").textValue()).contains(first);
    }

    @Test
    void aRunSaysHowManyRunsTheJobAllowsAtOnce() {
        var id =
                milvaion.create(
                        sleeping(8_000)
                                .with("concurrentExecutionPolicy", 2)
                                .with("maxConcurrent", 1));
        milvaion.trigger(id);
        var second = milvaion.trigger(id);

        assertThat(cause("occurrences", second, "heldByLimit").get("detail").textValue())
                .contains("1 of 1");
        assertThat(codes("jobs", id)).contains("limitReached");
    }

    @Test
    void aRunSaysUntilWhenItWaitsForItsRetryAndAfterWhichError() {
        var job =
                job("flaky")
                        .with("maxRetries", 1)
                        .with("retryBaseSeconds", 600)
                        .data("failProbability", 1);
        var run = milvaion.trigger(milvaion.create(job));
        milvaion.awaitOccurrence(run, now -> "backoff".equals(now.get("stage").textValue()));

        var cause = cause("occurrences", run, "waitsForRetry");

        assertThat(cause.at("/refs/availableAt").textValue()).isNotBlank();
        assertThat(cause.get("detail").textValue()).startsWith("Attempt 2 begins at ");
    }

    /** Rows are planned runs only: no worker makes no retry. */
    @Test
    void runsOfATypeThatNobodyRunsSaySoAndWait() {
        var type = "nobody-" + UUID.randomUUID().toString().substring(0, 8);
        var id = milvaion.create(job(type).every("* * * * * *"));
        soon().until(() -> milvaion.skippedRunsOf(id).size() >= 3);
        milvaion.change(id, JsonNodeFactory.instance.objectNode().put("active", false));

        var runs = milvaion.occurrencesOf(id);

        assertThat(runs)
                .singleElement()
                .satisfies(run -> assertThat(run.get("attempt").intValue()).isOne());
        assertThat(milvaion.skippedRunsOf(id))
                .extracting(skip -> skip.get("reason").textValue())
                .contains("overlap")
                .isSubsetOf("overlap", "deactivated");
        var run = runs.get(0).get("id").textValue();
        var cause = cause("occurrences", run, "noWorker");
        assertThat(cause.get("detail").textValue()).contains(type);
        assertThat(codes("occurrences", run)).contains("inQueue");
        assertThat(cause("jobs", id, "noWorker").at("/refs/jobType").textValue()).isEqualTo(type);
    }

    @Test
    void theLedgerHasEachSkippedRunAndItsCounts() {
        var id =
                milvaion.create(
                        job("nobody-" + UUID.randomUUID().toString().substring(0, 8))
                                .every("* * * * * *"));
        soon().until(() -> milvaion.skippedRunsOf(id).size() >= 3);
        milvaion.change(id, JsonNodeFactory.instance.objectNode().put("active", false));
        var skipped = milvaion.skippedRunsOf(id);

        assertThat(milvaion.items("api/v1/missed-runs?limit=200&jobId=" + id))
                .hasSameSizeAs(skipped);
        assertThat(milvaion.items("api/v1/missed-runs?reason=late&jobId=" + id)).isEmpty();
        var summary =
                milvaion.rest().get("api/v1/missed-runs/summary?jobId=" + id).expect(200).json();
        int counted = 0;
        for (var count : summary.get("jobs")) {
            assertThat(count.get("jobId").textValue()).isEqualTo(id);
            counted += count.get("count").intValue();
        }
        assertThat(counted).isEqualTo(skipped.size());
        assertThat(
                        milvaion.rest()
                                .get("api/v1/dashboard")
                                .expect(200)
                                .json()
                                .get("missedLast24Hours"))
                .extracting(total -> total.get("reason").textValue())
                .contains("overlap");
        assertThat(milvaion.rest().get("metrics").expect(200).body())
                .contains("milvaion_missed_runs_total{reason=\"overlap\"}");
    }

    @Test
    void whatIsNotThereCannotBeExplained() {
        milvaion.rest().get("api/v1/jobs/" + UUID.randomUUID() + "/why").expectProblem(404);
        milvaion.rest().get("api/v1/occurrences/" + UUID.randomUUID() + "/why").expectProblem(404);
    }

    private static NewJob sleeping(int millis) {
        return job("sleep").data("millis", millis);
    }

    private List<String> codes(String kind, String id) {
        return causes(kind, id).stream().map(cause -> cause.get("code").textValue()).toList();
    }

    private JsonNode cause(String kind, String id, String code) {
        var causes = causes(kind, id);
        return causes.stream()
                .filter(cause -> cause.get("code").textValue().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " in " + causes));
    }

    private List<JsonNode> causes(String kind, String id) {
        return StreamSupport.stream(
                        milvaion.rest()
                                .get("api/v1/" + kind + "/" + id + "/why")
                                .expect(200)
                                .json()
                                .get("causes")
                                .spliterator(),
                        false)
                .toList();
    }
}
