package io.milvaion.web.see.push;

import io.milvaion.scheduler.ground.event.FeedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Events for many clients: those with the same channels share one text. Belongs to the thread that
 * hands the events out.
 */
final class Broadcast {

    private final List<FeedEvent> events;
    private final Map<Set<String>, Optional<String>> texts = new HashMap<>();

    Broadcast(List<FeedEvent> events) {
        this.events = events;
    }

    /**
     * The member {@code "events":[…]} for a client with these channels, if one event concerns it.
     */
    Optional<String> membersFor(Set<String> channels) {
        return texts.computeIfAbsent(channels, this::members);
    }

    private Optional<String> members(Set<String> channels) {
        var wanted =
                events.stream()
                        .filter(event -> concerns(event, channels))
                        .map(FeedEvent::json)
                        .collect(Collectors.joining(","));
        return wanted.isEmpty() ? Optional.empty() : Optional.of("\"events\":[" + wanted + "]");
    }

    private static boolean concerns(FeedEvent event, Set<String> channels) {
        for (String channel : event.channels()) {
            if (channel.equals("*") || channels.contains(channel)) {
                return true;
            }
        }
        return false;
    }
}
