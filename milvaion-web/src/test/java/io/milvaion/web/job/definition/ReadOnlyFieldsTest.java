package io.milvaion.web.job.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.job.catalog.PlannedJob;
import io.milvaion.scheduler.job.definition.Job;
import io.milvaion.web.ground.json.ApiJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyFieldsTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Instant NEXT = NOW.plusSeconds(60);

    private final JobView job = job();

    @Test
    void whatWasReadIsNoChange() {
        assertThat(changed((ObjectNode) ApiJson.tree(job))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id             | '00000000-0000-0000-0000-000000000000'",
                "id             | null",
                "version        | 2",
                "version        | '1'",
                "createdAt      | '2029-01-01T00:00:00.000Z'",
                "updatedAt      | 'yesterday'",
                "nextRunAt      | '2031-01-01T00:00:00.000Z'",
                "nextRunAt      | null",
                "scheduleText   | 'Never.'",
                "disabledReason | 'x'",
                "enablesAgainAt | '2031-01-01T00:00:00.000Z'",
            })
    void aChangeIsNamed(String field, String value) {
        assertThat(changed(body(field, value))).containsExactly(field);
    }

    @Test
    void anotherSpellingOfAnInstantIsNoChange() {
        assertThat(changed(body("createdAt", "'2030-01-01T01:00:00+01:00'"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'2029-12-31T23:59:00.000Z'", "'2030-01-01T00:00:00.000Z'"})
    void aRunThatHasComeMeanwhileIsNoChange(String nextRunAt) {
        assertThat(changed(body("nextRunAt", nextRunAt))).isEmpty();
    }

    @Test
    void failuresMayBeCountedMeanwhile() {
        assertThat(changed(body("consecutiveFailures", "3"))).isEmpty();
    }

    private List<String> changed(ObjectNode body) {
        return JobJson.READ_ONLY.changed(body, job, NOW).stream().map(Violation::field).toList();
    }

    private static ObjectNode body(String field, String value) {
        return ApiJson.read(
                ("{'" + field + "':" + value + "}")
                        .replace('\'', '"')
                        .getBytes(StandardCharsets.UTF_8),
                ObjectNode.class);
    }

    private static JobView job() {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("displayName", "a").put("jobType", "log").put("cronExpression", "@daily");
        var definition = JobJson.create(body).checked(null, NOW);
        var job = Job.create(UUID.randomUUID(), definition, NOW);
        return JobView.of(new PlannedJob(job, NEXT, null), null);
    }
}
