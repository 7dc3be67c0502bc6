package io.milvaion.scheduler.run.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.contract.LogMessage.Line;
import io.milvaion.platform.json.WireJson;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LogEventsTest {

    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void aLongLogLineIsCutBetweenCharactersAndMarked() {
        var text = "x".repeat(1_999) + "😀 and more";

        var event = LogEvents.added(new Line(ID, 1, 7, AT, "WARN", text));

        assertThat(WireJson.write(event))
                .asString()
                .contains("\"message\":\"" + "x".repeat(1_999) + "…\"")
                .contains("\"seq\":7");
        assertThat(event.replaceable()).isFalse();
    }
}
