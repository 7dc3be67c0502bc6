package io.milvaion.scheduler.state.occurrence;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.OccurrenceState;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OccurrenceEventsTest {

    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final UUID JOB = UUID.fromString("01890000-0000-7000-8000-000000000002");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void anOccurrenceEventCarriesWhatListsShow() {
        var event =
                OccurrenceEvents.entered(
                        new OccurrenceSnapshot(
                                ID,
                                JOB,
                                "Send \"mail\"",
                                OccurrenceState.TIMED_OUT,
                                2,
                                AT,
                                AT.plusMillis(20),
                                AT.plusMillis(1_020),
                                1_000L,
                                null,
                                "ann"));

        assertThat(event.channels())
                .containsExactly("occurrences", "occurrence:" + ID, "job:" + JOB);
        assertThat(event.json())
                .isEqualTo(
                        """
                        {"type":"occurrence.timedOut",\
                        "channels":["occurrences",\
                        "occurrence:01890000-0000-7000-8000-000000000001",\
                        "job:01890000-0000-7000-8000-000000000002"],\
                        "id":"01890000-0000-7000-8000-000000000001",\
                        "data":{"id":"01890000-0000-7000-8000-000000000001",\
                        "jobId":"01890000-0000-7000-8000-000000000002",\
                        "jobName":"Send \\"mail\\"","state":"timedOut","attempt":2,\
                        "plannedAt":"2026-01-02T03:04:05.000Z",\
                        "startedAt":"2026-01-02T03:04:05.020Z",\
                        "endedAt":"2026-01-02T03:04:06.020Z","durationMs":1000,\
                        "triggeredBy":"ann"}}""");
    }

    @Test
    void aNewerOneSaysAllThatAnOlderOneSays() {
        var snapshot = OccurrenceSnapshot.queued(ID, JOB, "a job", AT, null);

        assertThat(OccurrenceEvents.entered(snapshot).replaceable()).isTrue();
        assertThat(OccurrenceEvents.progress(snapshot).replaceable()).isTrue();
    }
}
