package io.milvaion.scheduler.ground.event;

import java.util.List;
import java.util.Map;

/** Makes the events that say how the feed itself stands. */
final class FeedEvents {

    private static final List<String> EVERYBODY = List.of("*");

    private FeedEvents() {}

    /** Instead of events that are not sent: read again what you show. */
    static LiveEvent summary(Map<String, Integer> counts) {
        return new LiveEvent("summary", EVERYBODY, null, Map.of("counts", counts));
    }

    /** No events come until the next summary. */
    static LiveEvent lost() {
        return new LiveEvent("feed.lost", EVERYBODY, null, null);
    }
}
