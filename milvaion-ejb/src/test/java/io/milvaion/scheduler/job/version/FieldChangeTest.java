package io.milvaion.scheduler.job.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.job.definition.JobDefinition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldChangeTest {

    private static final Instant AT = Instant.parse("2030-01-01T12:00:00Z");

    @Test
    void equalDefinitionsDifferInNothing() {
        assertThat(
                        FieldChange.between(
                                job("a", "@daily", null, true), job("a", "@daily", null, true)))
                .isEmpty();
    }

    @Test
    void eachFieldThatIsDifferentIsNamedWithBothValues() {
        assertThat(
                        FieldChange.between(
                                job("a", "@daily", null, true), job("b", "@daily", null, false)))
                .containsExactly(
                        new FieldChange("displayName", "a", "b"),
                        new FieldChange("active", true, false));
    }

    @Test
    void aValueThatVanishesBecomesNullAndANewOneComesFromNull() {
        assertThat(FieldChange.between(job("a", "@daily", null, true), job("a", null, AT, true)))
                .containsExactly(
                        new FieldChange("cronExpression", "@daily", null),
                        new FieldChange("executeAt", null, AT));
    }

    private static JobDefinition job(String name, String cron, Instant executeAt, boolean active) {
        return new JobDefinition(
                name,
                null,
                List.of("t"),
                null,
                "log",
                "{}",
                cron,
                "UTC",
                executeAt,
                active,
                0,
                null,
                null,
                null,
                null,
                "once",
                "shift",
                "first",
                "retry",
                null,
                null,
                null);
    }
}
