package io.milvaion.scheduler.ground.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.refusal.NotFound.What;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotFoundTest {

    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");

    @ParameterizedTest
    @CsvSource({
        "JOB, job-not-found, There is no such job, jobId, There is no job %s.",
        "OCCURRENCE, occurrence-not-found, There is no such occurrence, occurrenceId,"
                + " There is no occurrence %s.",
        "FAILED_OCCURRENCE, failed-occurrence-not-found, There is no such failed occurrence,"
                + " occurrenceId, Occurrence %s is not in the list of failed ones.",
        "DEAD_LETTER, dead-letter-not-found, There is no such dead letter, id,"
                + " There is no dead letter %s.",
        "REPLAY, replay-not-found, There is no such replay, id, There is no replay %s.",
    })
    void clientsAreToldWhatThereIsNot(
            What what, String type, String title, String member, String detail) {
        assertIs(
                new NotFound(what, ID),
                type,
                title,
                Map.of(member, ID),
                detail.replace("%s", ID + ""));
    }

    @Test
    void versionIsNamedWithItsJob() {
        assertIs(
                NotFound.version(ID, 1_000),
                "version-not-found",
                "There is no such version of a job",
                Map.of("jobId", ID, "version", 1_000),
                "No version 1000 of a job with id " + ID + " is known.");
    }

    private static void assertIs(
            NotFound refusal,
            String type,
            String title,
            Map<String, Object> members,
            String detail) {
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(refusal.type()).isEqualTo(type);
        assertThat(refusal.title()).isEqualTo(title);
        assertThat(refusal.members()).isEqualTo(members);
        assertThat(refusal).hasMessage(detail);
    }
}
