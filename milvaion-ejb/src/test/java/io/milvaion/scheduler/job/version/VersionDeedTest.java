package io.milvaion.scheduler.job.version;

import static io.milvaion.scheduler.job.definition.JobBuilder.aJob;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.platform.secret.SecretData;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.job.definition.Job;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VersionDeedTest {

    private static final JobDefinition BEFORE =
            definition("{\"pin\":\"1234\",\"at\":\"${secret:smtp}\",\"open\":\"a\"}");

    @Test
    void secretValuesAreMasked() {
        var deed =
                edited(definition("{\"pin\":\"9876\",\"at\":\"${secret:smtp}\",\"open\":\"b\"}"));
        assertThat(deed.before() + deed.after())
                .contains(SecretData.MASK, "\"open\":\"a\"", "\"open\":\"b\"")
                .doesNotContain("1234", "9876", "smtp");
    }

    @Test
    void aSecretThatHasChangedIsToldWithoutItsValue() {
        var deed =
                edited(definition("{\"pin\":\"9876\",\"at\":\"${secret:smtp}\",\"open\":\"a\"}"));
        assertThat(deed.detail()).isEqualTo("other secret values");
        assertThat(edited(BEFORE.withActive(false)).detail()).isNull();
    }

    @Test
    void aPolicyIsTheWordOfAnswers() {
        var skip = aJob().every("@daily").build();
        for (var policy : OverlapPolicy.values()) {
            var definition = aJob().every("@daily").overlap(policy).build();
            var job = Job.create(UUID.randomUUID(), definition, Instant.EPOCH);
            var word = policy.name().toLowerCase(Locale.ROOT);
            assertThat(VersionDeed.of(job, skip, Change.created("ada")).after())
                    .contains("\"concurrentExecutionPolicy\":\"" + word + "\"");
        }
    }

    private static Deed edited(JobDefinition after) {
        var job = Job.create(UUID.randomUUID(), after, Instant.EPOCH);
        return VersionDeed.of(job, BEFORE, Change.edited("ada"));
    }

    private static JobDefinition definition(String data) {
        return aJob().every("@daily").data(data).secret("/pin").build();
    }
}
