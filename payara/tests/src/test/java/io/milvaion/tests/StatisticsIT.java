package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
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
class StatisticsIT {

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
    void theLastThirtyRunsOfManyJobsAreReadAtOnceNewOnesFirst() {
        var many = milvaion.create(job("noop"));
        var none = milvaion.create(job("noop"));
        var runs = new ArrayList<String>();
        for (int i = 0; i < 32; i++) {
            runs.add(milvaion.trigger(many));
            milvaion.awaitState(runs.get(i), "completed");
        }
        Collections.reverse(runs);

        var items = recent("jobId=" + none + "&jobId=" + many + "&jobId=" + UUID.randomUUID());

        assertThat(items.findValuesAsText("jobId")).containsExactly(none, many);
        assertThat(items.at("/0/runs")).isEmpty();
        assertThat(items.at("/1/runs").findValuesAsText("id"))
                .containsExactlyElementsOf(runs.subList(0, 30));
        Milvaion.soon()
                .until(() -> recent("jobId=" + many).at("/0/durations/count").intValue() == 32);
        var last = items.at("/1/runs/0");
        var full = milvaion.occurrence(runs.get(0));
        for (var member : List.of("state", "plannedAt", "durationMs")) {
            assertThat(last.get(member)).as(member).isEqualTo(full.get(member));
        }
    }

    @Test
    void whatIsNoJobIsNamed() {
        for (var query :
                List.of("", "?jobId=", "?jobId=1", "?jobId=" + UUID.randomUUID() + "&x=1")) {
            var problem = milvaion.rest().get("api/v1/jobs/recent-runs" + query).expectProblem(400);
            assertThat(problem.json().at("/violations")).as(query).hasSize(1);
        }
        var tooMany =
                "?"
                        + ("jobId=" + UUID.randomUUID() + "&").repeat(100)
                        + "jobId="
                        + UUID.randomUUID();
        milvaion.rest().get("api/v1/jobs/recent-runs" + tooMany).expectProblem(400);
    }

    @Test
    void runsAreCountedWithinSecondsByWhatBecameOfThem() {
        var good = milvaion.create(job("noop"));
        var bad = milvaion.create(job("flaky").data("failTimes", 9).with("maxRetries", 0));
        var since = milvaion.occurrence(milvaion.trigger(good)).get("plannedAt").textValue();
        for (int i = 0; i < 3; i++) {
            milvaion.awaitState(milvaion.trigger(bad), "failed");
            milvaion.trigger(good);
        }
        milvaion.awaitCompleted(good, 4);

        var ofGood = awaitEnded("jobId=" + good, 4);
        var ofBad = awaitEnded("jobId=" + bad + "&points=500&from=" + since, 3);

        assertThat(ofGood.at("/totals/completed").intValue()).isEqualTo(4);
        assertThat(ofGood.at("/totals/started").intValue()).isEqualTo(4);
        assertThat(ofGood.at("/totals/successRate").doubleValue()).isEqualTo(1);
        assertThat(ofGood.at("/totals/lateness/count").intValue()).isEqualTo(4);
        assertThat(ofGood.at("/totals/durations/count").intValue()).isEqualTo(4);
        assertThat(ofGood.get("stepSeconds").intValue()).isEqualTo(900);
        assertThat(ofBad.get("stepSeconds").intValue()).isEqualTo(60);
        assertThat(ofBad.at("/totals/failed").intValue()).isEqualTo(3);
        assertThat(ofBad.at("/totals/successRate").doubleValue()).isZero();
        assertThat(ofBad.at("/totals/durations").isNull()).isTrue();
        assertThat(
                        ofBad.get("points").findValues("failed").stream()
                                .mapToInt(JsonNode::intValue)
                                .sum())
                .isEqualTo(3);
        var flaky = statistics("jobType=flaky");
        assertThat(flaky.at("/totals/failed").intValue()).isGreaterThanOrEqualTo(3);
        var top =
                milvaion.rest()
                        .get("api/v1/statistics/jobs?top=100&sort=failed")
                        .expect(200)
                        .json()
                        .get("jobs");
        assertThat(
                        StreamSupport.stream(top.spliterator(), false)
                                .filter(j -> j.get("jobId").textValue().equals(bad)))
                .singleElement()
                .satisfies(j -> assertThat(j.at("/runs/failed").intValue()).isEqualTo(3));
        milvaion.rest().delete("api/v1/jobs/" + bad).expect(204);
        assertThat(statistics("jobId=" + bad).at("/totals/failed").intValue())
                .as("of a deleted job")
                .isEqualTo(3);
    }

    @Test
    void whatIsNoRangeIsNamed() {
        for (var query :
                List.of(
                        "from=2026-01-02T00:00:00Z&to=2026-01-02T00:00:00Z",
                        "points=501",
                        "points=0",
                        "jobType=",
                        "from=yesterday",
                        "sort=failed")) {
            var problem = milvaion.rest().get("api/v1/statistics?" + query).expectProblem(400);
            assertThat(problem.json().at("/violations")).as(query).hasSize(1);
        }
        for (var query : List.of("sort=name", "top=101", "jobId=" + UUID.randomUUID())) {
            milvaion.rest().get("api/v1/statistics/jobs?" + query).expectProblem(400);
        }
        for (var query :
                List.of(
                        "from=1970-01-01T00:00:00Z",
                        "to=9999-12-31T23:59:59Z",
                        "from=9999-12-31T23:59:59Z")) {
            assertThat(statistics(query).get("points").size()).as(query).isLessThanOrEqualTo(500);
        }
    }

    private JsonNode awaitEnded(String query, int count) {
        return Milvaion.soon()
                .until(
                        () -> statistics(query),
                        answer -> answer.at("/totals/ended").intValue() == count);
    }

    private JsonNode statistics(String query) {
        return milvaion.rest().get("api/v1/statistics?" + query).expect(200).json();
    }

    private JsonNode recent(String query) {
        return milvaion.rest()
                .get("api/v1/jobs/recent-runs?" + query)
                .expect(200)
                .json()
                .get("items");
    }
}
