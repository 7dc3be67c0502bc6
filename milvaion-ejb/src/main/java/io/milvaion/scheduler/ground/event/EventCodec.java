package io.milvaion.scheduler.ground.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.json.WireJson;
import io.milvaion.scheduler.ground.word.AnswerModule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The message on the Redis channel: {@code {"events":[{"type","channels","id","data"}]}}. */
final class EventCodec {

    private record Message(List<LiveEvent> events) {}

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new AnswerModule())
                    .serializationInclusion(JsonInclude.Include.NON_NULL)
                    .build();

    private EventCodec() {}

    static String encode(List<LiveEvent> events) {
        return text(new Message(events));
    }

    static FeedEvent feedEvent(LiveEvent event) {
        return new FeedEvent(event.channels(), event.json());
    }

    /**
     * @throws PoisonMessage if somebody else has written to the channel
     */
    static List<FeedEvent> decode(String message) throws PoisonMessage {
        var body = WireJson.read(message.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        var events = new ArrayList<FeedEvent>();
        for (JsonNode event : body.path("events")) {
            var channels = new ArrayList<String>();
            event.path("channels").forEach(channel -> channels.add(channel.asText()));
            events.add(new FeedEvent(channels, event.toString()));
        }
        return events;
    }

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass(), e);
        }
    }
}
