package io.milvaion.scheduler.ground.event;

import java.util.List;
import java.util.Map;

/**
 * An event on its way to clients.
 *
 * @param channels who wants it; {@code *} is everybody
 * @param json the event as clients get it
 */
public record FeedEvent(List<String> channels, String json) {

    public FeedEvent {
        channels = List.copyOf(channels);
    }

    /** What clients get that were too slow for the events: read again what you show. */
    public static FeedEvent summary() {
        return EventCodec.feedEvent(FeedEvents.summary(Map.of()));
    }

    /** No events come until the next summary. */
    public static FeedEvent lost() {
        return EventCodec.feedEvent(FeedEvents.lost());
    }
}
