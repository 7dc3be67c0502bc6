package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.launcher.rest.NewJob;
import io.milvaion.tests.server.EventStream;
import io.milvaion.tests.server.Milvaion;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class AutoDisableIT {

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
    void failuresInARowDeactivateAJobAndSayWhy() {
        double before = metric();
        try (var events = new EventStream(root)) {
            var witness = milvaion.create(job("noop").every("* * * * * *"));
            events.send("{\"subscribe\":[\"jobs\",\"job:" + witness + "\"]}");
            events.awaitEvent(event -> event.path("channels").toString().contains(witness));

            var id = milvaion.create(unlucky(2).every("* * * * * *"));

            var job = awaitActive(id, false);
            assertThat(job.get("consecutiveFailures").intValue()).isGreaterThanOrEqualTo(2);
            assertThat(job.get("disabledAt").textValue()).isNotBlank();
            assertThat(job.get("disabledReason").textValue())
                    .contains("consecutive failures", "bad luck in attempt 1");
            assertThat(job.get("enablesAgainAt").isNull()).isTrue();
            assertThat(job.get("nextRunAt").isNull()).isTrue();
            var version = milvaion.items("api/v1/jobs/" + id + "/versions").get(0);
            assertThat(version.get("kind").textValue()).isEqualTo("autoDisabled");
            assertThat(version.get("changedBy").textValue()).isEqualTo("scheduler");
            assertThat(version.get("changedFields").toString()).isEqualTo("[\"active\"]");
            var told =
                    events.awaitEvent(
                            event ->
                                    event.path("type").asText().equals("job.disabled")
                                            && event.path("id").asText().equals(id));
            assertThat(told.get("data").get("reason")).isEqualTo(job.get("disabledReason"));
            assertThat(metric()).isGreaterThanOrEqualTo(before + 1);
        }
    }

    @Test
    void runsOfADeactivatedJobCountAndEnablingCountsFromZero() {
        var id = milvaion.create(unlucky(2));
        fail(id);
        fail(id);
        awaitActive(id, false);

        fail(id);

        soon().untilAsserted(() -> assertThat(failures(id)).isEqualTo(3));
        var enabled = milvaion.change(id, patch().put("active", true));
        assertThat(enabled.get("consecutiveFailures").intValue()).isZero();
        assertThat(enabled.get("disabledAt").isNull()).isTrue();
        assertThat(enabled.get("disabledReason").isNull()).isTrue();
        fail(id);
        soon().untilAsserted(() -> assertThat(failures(id)).isEqualTo(1));
        assertThat(read(id).get("active").booleanValue()).isTrue();
    }

    @Test
    void aSuccessResetsTheCount() {
        var id = milvaion.create(unlucky(2));
        fail(id);
        soon().untilAsserted(() -> assertThat(failures(id)).isEqualTo(1));
        var good = JsonNodeFactory.instance.objectNode();
        good.putObject("data").put("failProbability", 0);
        var run = milvaion.rest().post("api/v1/jobs/" + id + "/trigger", good).expect(202).json();
        milvaion.awaitState(run.get("occurrenceId").textValue(), "completed");
        soon().untilAsserted(() -> assertThat(failures(id)).isZero());

        fail(id);

        soon().untilAsserted(() -> assertThat(failures(id)).isEqualTo(1));
        assertThat(read(id).get("active").booleanValue()).isTrue();
    }

    @Test
    void theSchedulerEnablesAJobAfterItsCooldown() {
        var id = milvaion.create(unlucky(2).with("autoEnableAfterSeconds", 4));
        fail(id);
        fail(id);
        var disabled = awaitActive(id, false);

        assertThat(instant(disabled, "enablesAgainAt"))
                .isEqualTo(instant(disabled, "disabledAt").plusSeconds(4));
        var enabled = awaitActive(id, true);

        assertThat(enabled.get("consecutiveFailures").intValue()).isZero();
        assertThat(enabled.get("enablesAgainAt").isNull()).isTrue();
        assertThat(enabled.get("nextRunAt").isNull()).isFalse();
        var version = milvaion.items("api/v1/jobs/" + id + "/versions").get(0);
        assertThat(version.get("kind").textValue()).isEqualTo("autoEnabled");
        assertThat(version.get("changedBy").textValue()).isEqualTo("scheduler");
        fail(id);
        soon().untilAsserted(() -> assertThat(failures(id)).isEqualTo(1));
        assertThat(read(id).get("active").booleanValue()).as("one failure more").isTrue();
    }

    @Test
    void whatSomebodyDeactivatesStaysSo() {
        var id = milvaion.create(unlucky(1).with("autoEnableAfterSeconds", 3_600));
        fail(id);
        awaitActive(id, false);
        var later = milvaion.change(id, patch().put("autoEnableAfterSeconds", 7_200));
        assertThat(instant(later, "enablesAgainAt"))
                .isEqualTo(instant(later, "disabledAt").plusSeconds(7_200));
        milvaion.change(id, patch().put("active", true));
        milvaion.change(id, patch().put("active", false).put("autoEnableAfterSeconds", 1));

        await().during(Duration.ofSeconds(4)).until(() -> !read(id).get("active").booleanValue());
        assertThat(read(id).get("enablesAgainAt").isNull()).isTrue();
    }

    private static NewJob unlucky(int failures) {
        return job("flaky")
                .with("maxRetries", 0)
                .with("autoDisableAfter", failures)
                .data("failProbability", 1);
    }

    private void fail(String job) {
        milvaion.awaitState(milvaion.trigger(job), "failed");
    }

    private JsonNode awaitActive(String job, boolean active) {
        return soon().until(() -> read(job), one -> one.get("active").booleanValue() == active);
    }

    private JsonNode read(String job) {
        return milvaion.rest().get("api/v1/jobs/" + job).expect(200).json();
    }

    private static Instant instant(JsonNode job, String field) {
        return Instant.parse(job.get(field).textValue());
    }

    private int failures(String job) {
        return read(job).get("consecutiveFailures").intValue();
    }

    private static ObjectNode patch() {
        return JsonNodeFactory.instance.objectNode();
    }

    private double metric() {
        return Arrays.stream(milvaion.rest().get("metrics").expect(200).body().split("\n"))
                .filter(line -> line.startsWith("milvaion_jobs_auto_disabled_total "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElseThrow();
    }
}
