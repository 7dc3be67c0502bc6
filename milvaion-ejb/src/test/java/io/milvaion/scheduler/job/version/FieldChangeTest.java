package io.milvaion.scheduler.job.version;

import static io.milvaion.scheduler.job.definition.JobBuilder.aJob;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.job.definition.JobDefinition;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FieldChangeTest {

    private static final Instant AT = Instant.parse("2030-01-01T12:00:00Z");

    private static final JobDefinition DAILY = aJob().every("@daily").build();

    @Test
    void equalDefinitionsDifferInNothing() {
        assertThat(FieldChange.between(DAILY, aJob().every("@daily").build())).isEmpty();
    }

    @Test
    void eachFieldThatIsDifferentIsNamedWithBothValues() {
        var other = aJob().named("b").every("@daily").active(false).build();

        assertThat(FieldChange.between(DAILY, other))
                .containsExactly(
                        new FieldChange("displayName", "a job", "b"),
                        new FieldChange("active", true, false));
    }

    @Test
    void aValueThatVanishesBecomesNullAndANewOneComesFromNull() {
        assertThat(FieldChange.between(DAILY, aJob().onceAt(AT).build()))
                .containsExactly(
                        new FieldChange("cronExpression", "@daily", null),
                        new FieldChange("executeAt", null, AT));
    }
}
