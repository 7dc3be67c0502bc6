package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
class MisfirePreviewIT {

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

    /** A day's run at midnight; the scheduler comes back in the middle of the tenth day. */
    @ParameterizedTest
    @CsvSource({
        "once, 1, 1, 9, merged",
        "all, 10, 10, 0, beyondLimit",
        "skip, 0, 0, 10, misfire",
    })
    void thePreviewSaysWhatAPolicyMakesOfTenMissedDays(
            String policy, int runs, int late, int skipped, String reason) {
        var id = milvaion.create(job("noop").every("@daily").with("misfirePolicy", policy));
        var first = nextRun(id);
        var back = first.plusSeconds(9 * 86_400 + 43_200);

        var preview = preview(id, back);

        assertThat(preview.get("active").booleanValue()).isTrue();
        assertThat(Instant.parse(preview.get("nextRunAt").textValue())).isEqualTo(first);
        var outcome = preview.get("outcome");
        assertThat(outcome.get("policy").textValue()).isEqualTo(policy);
        assertThat(outcome.get("due").intValue()).isEqualTo(10);
        assertThat(outcome.get("missed").intValue()).isEqualTo(10);
        assertThat(outcome.get("runs").intValue()).isEqualTo(runs);
        assertThat(outcome.get("late").intValue()).isEqualTo(late);
        assertThat(outcome.get("skipped").intValue()).isEqualTo(skipped);
        assertThat(outcome.get("skippedAs").textValue()).isEqualTo(reason);
        assertThat(Instant.parse(outcome.get("nextRunAt").textValue()))
                .isEqualTo(first.plusSeconds(10 * 86_400));
        assertThat(preview.get("byPolicy"))
                .extracting(each -> each.get("policy").textValue())
                .containsExactly("once", "all", "skip");
        assertThat(preview.get("byPolicy")).contains(outcome);
    }

    @Test
    void whatIsNotLateIsNoMisfire() {
        var id = milvaion.create(job("noop").every("@daily"));
        var first = nextRun(id);

        var outcome = preview(id, first.plusSeconds(30)).get("outcome");

        assertThat(outcome.get("due").intValue()).isEqualTo(1);
        assertThat(outcome.get("missed").intValue()).isZero();
        assertThat(outcome.get("firstRuns").get(0).textValue())
                .isEqualTo(first.toString().replace("Z", ".000Z"));
        assertThat(preview(id, first.minusSeconds(1)).get("outcome").get("due").intValue())
                .isZero();
    }

    @Test
    void anInactiveJobPlansNothingOfThePastWhenItIsActivated() {
        var id = milvaion.create(job("noop").every("@daily").with("active", false));
        var at = Instant.parse("2027-05-05T10:00:00Z");

        var preview = preview(id, at);

        assertThat(preview.get("active").booleanValue()).isFalse();
        assertThat(preview.get("outcome").get("due").intValue()).isZero();
        assertThat(preview.get("outcome").get("nextRunAt").textValue())
                .isEqualTo("2027-05-06T00:00:00.000Z");
        milvaion.change(id, JsonNodeFactory.instance.objectNode().put("active", true));
        assertThat(preview(id, at).get("outcome").get("due").intValue()).isPositive();
    }

    @Test
    void aResumptionIsForetoldForAllJobsPageByPage() {
        var one = milvaion.create(job("noop").every("@daily"));
        var other = milvaion.create(job("noop").every("@daily"));
        var at = nextRun(one).plusSeconds(10 * 86_400);
        var seen = new HashMap<String, JsonNode>();
        String path = "api/v1/misfire-preview?limit=1&at=" + at;
        for (String after = ""; after != null; ) {
            var page = milvaion.rest().get(path + after).expect(200).json();
            page.get("items").forEach(item -> seen.put(item.get("jobId").textValue(), item));
            var cursor = page.get("nextCursor").textValue();
            after = cursor == null ? null : "&after=" + cursor;
        }

        assertThat(seen).containsKeys(one, other);
        assertThat(seen.get(one).get("outcome").get("missed").intValue()).isEqualTo(11);
        assertThat(seen.get(one).get("outcome").get("runs").intValue()).isEqualTo(1);
        assertThat(
                        StreamSupport.stream(
                                        milvaion.rest()
                                                .get(
                                                        "api/v1/misfire-preview?limit=100&at="
                                                                + nextRun(one).minusSeconds(1))
                                                .expect(200)
                                                .json()
                                                .get("items")
                                                .spliterator(),
                                        false)
                                .map(item -> item.get("jobId").textValue()))
                .doesNotContain(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "misfire-preview?at=soon",
                "misfire-preview?at=2099-01-01T00:00:00Z",
                "misfire-preview?limit=201",
                "misfire-preview?after=1",
                "misfire-preview?nonsense=1",
                "jobs/1/misfire-preview",
                "missed-runs?reason=rain",
                "missed-runs?from=yesterday",
                "missed-runs/summary?jobId=1",
                "missed-runs/summary?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                "jobs/1/why",
                "occurrences/1/why"
            })
    void badParametersAreNamed(String path) {
        assertThat(
                        milvaion.rest()
                                .get("api/v1/" + path)
                                .expectProblem(400)
                                .json()
                                .get("violations"))
                .isNotEmpty();
    }

    @Test
    void aJobThatIsNotThereHasNoPreview() {
        milvaion.rest()
                .get("api/v1/jobs/" + UUID.randomUUID() + "/misfire-preview")
                .expectProblem(404);
    }

    private JsonNode preview(String job, Instant at) {
        return milvaion.rest()
                .get("api/v1/jobs/" + job + "/misfire-preview?at=" + at)
                .expect(200)
                .json();
    }

    private Instant nextRun(String job) {
        return Instant.parse(
                milvaion.rest()
                        .get("api/v1/jobs/" + job)
                        .expect(200)
                        .json()
                        .get("nextRunAt")
                        .textValue());
    }
}
