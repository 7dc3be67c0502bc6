package io.milvaion.scheduler.ground.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.json.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The message on the Redis channel: {@code {"events":[{"type","channels","id","data"}]}}. */
final class EventCodec {

    private record Message(List<LiveEvent> events) {}

    private EventCodec() {}

    static String encode(List<LiveEvent> events) {
        return text(new Message(events));
    }

    static FeedEvent feedEvent(LiveEvent event) {
        return new FeedEvent(event.channels(), text(event));
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

    private static String text(Object value) {
        return new String(WireJson.write(value), StandardCharsets.UTF_8);
    }
}
