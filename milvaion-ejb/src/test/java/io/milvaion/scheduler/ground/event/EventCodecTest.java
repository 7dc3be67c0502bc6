package io.milvaion.scheduler.ground.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.platform.json.PoisonMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventCodecTest {

    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final UUID JOB = UUID.fromString("01890000-0000-7000-8000-000000000002");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void anOccurrenceEventCarriesWhatListsShow() throws PoisonMessage {
        var event =
                LiveEvent.occurrence(
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
                                null));

        var read = EventCodec.decode(EventCodec.encode(List.of(event)));

        assertThat(read).hasSize(1);
        assertThat(read.get(0).channels())
                .containsExactly("occurrences", "occurrence:" + ID, "job:" + JOB);
        assertThat(read.get(0).json())
                .isEqualTo(
                        """
                        {"type":"occurrence.timedOut",\
                        "channels":["occurrences",\
                        "occurrence:01890000-0000-7000-8000-000000000001",\
                        "job:01890000-0000-7000-8000-000000000002"],\
                        "id":"01890000-0000-7000-8000-000000000001",\
                        "data":{"id":"01890000-0000-7000-8000-000000000001",\
                        "jobId":"01890000-0000-7000-8000-000000000002",\
                        "jobName":"Send \\"mail\\"","state":5,"attempt":2,\
                        "plannedAt":"2026-01-02T03:04:05.000Z",\
                        "startedAt":"2026-01-02T03:04:05.020Z",\
                        "endedAt":"2026-01-02T03:04:06.020Z","durationMs":1000}}""");
    }

    @Test
    void aLongLogLineIsCutBetweenCharactersAndMarked() {
        var line = "x".repeat(1_999) + "😀 and more";

        var json = EventCodec.feedEvent(LiveEvent.logLine(ID, 1, 7, AT, "WARN", line)).json();

        assertThat(json)
                .contains("\"message\":\"" + "x".repeat(1_999) + "…\"")
                .contains("\"seq\":7");
    }

    @Test
    void whatIsNoMessageIsRefused() {
        assertThatThrownBy(() -> EventCodec.decode("{\"events\":"))
                .isInstanceOf(PoisonMessage.class);
    }
}
