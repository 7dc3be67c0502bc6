package io.milvaion.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.contract.JobMessage;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.StatusMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WireJsonTest {

    private static final UUID ID = UUID.fromString("0198f3a2-0000-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-01-22T10:00:00Z");

    @Test
    void jobDataIsJsonInsideTheMessageAndComesBackUnchanged() throws Exception {
        var message =
                new JobMessage(
                        ID,
                        ID,
                        "Mail",
                        "sendemail",
                        null,
                        3,
                        AT,
                        1,
                        1,
                        AT,
                        "g",
                        false,
                        null,
                        null,
                        "{\"to\":\"a@b\",\"n\":[12345678901234567890,1e-400,2.50,1E+2,-0]}");

        var body = WireJson.write(message);

        assertThat(new String(body, StandardCharsets.UTF_8))
                .contains("\"data\":{\"to\":\"a@b\"")
                .contains("\"plannedAt\":\"2026-01-22T10:00:00.000Z\"")
                .doesNotContain("workerGroup");
        assertThat(WireJson.read(body, JobMessage.class)).isEqualTo(message);
    }

    @Test
    void statesAreCodesAndUnknownMembersAreIgnored() throws Exception {
        var text =
                "{\"instanceId\":\"w\",\"new\":1,\"reports\":[{\"occurrenceId\":\""
                        + ID
                        + "\",\"attempt\":1,\"state\":2,\"permanent\":false,\"x\":[]}]}";

        var message = read(text);

        assertThat(message.reports()).hasSize(1);
        assertThat(message.reports().get(0).state()).isEqualTo(OccurrenceState.COMPLETED);
    }

    @Test
    void saysWhatIsWrongWithPoison() {
        for (var text :
                List.of("", "null", "[]", "{\"reports\":[{\"state\":99}]}", "{\"reports\":7}")) {
            assertThatThrownBy(() -> read(text)).isInstanceOf(PoisonMessage.class);
        }
    }

    private static StatusMessage read(String text) throws PoisonMessage {
        return WireJson.read(text.getBytes(StandardCharsets.UTF_8), StatusMessage.class);
    }
}
