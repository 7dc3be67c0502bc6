package io.milvaion.scheduler.ground.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.platform.json.PoisonMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventCodecTest {

    @Test
    void eventsAreReadAsTheyWereWritten() throws PoisonMessage {
        var events =
                List.of(
                        new LiveEvent("job.made", List.of("jobs", "job:1"), "1", Map.of("n", 1)),
                        new LiveEvent("run.moved", List.of("runs"), null, null, true));

        assertThat(EventCodec.decode(EventCodec.encode(events)))
                .containsExactly(
                        new FeedEvent(
                                List.of("jobs", "job:1"),
                                """
                                {"type":"job.made","channels":["jobs","job:1"],"id":"1",\
                                "data":{"n":1}}"""),
                        new FeedEvent(
                                List.of("runs"),
                                "{\"type\":\"run.moved\",\"channels\":[\"runs\"]}"));
    }

    @Test
    void whatIsNoMessageIsRefused() {
        assertThatThrownBy(() -> EventCodec.decode("{\"events\":"))
                .isInstanceOf(PoisonMessage.class);
    }
}
