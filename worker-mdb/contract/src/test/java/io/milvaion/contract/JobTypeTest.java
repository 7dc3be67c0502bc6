package io.milvaion.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobTypeTest {

    @ParameterizedTest
    @CsvSource({
        "SendEmailJob, sendemail",
        "SendEmail, sendemail",
        "JobJob, job",
        "IndexJOB, index",
        "Job2, job2"
    })
    void isTheLowerCaseClassNameWithoutOneTrailingJob(String className, String type) {
        assertThat(JobType.ofClassName(className).name()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Email", "a.b", "-a", "a b", "ä", "a*"})
    void refusesWhatWouldBreakARoutingKey(String name) {
        assertThatThrownBy(() -> new JobType(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAClassCalledJustJob() {
        assertThatThrownBy(() -> JobType.ofClassName("Job"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
