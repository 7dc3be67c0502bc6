package io.milvaion.web.see.push;

import io.milvaion.platform.log.QuietLog;
import io.milvaion.scheduler.ground.event.FeedEvent;
import io.milvaion.scheduler.ground.persistence.DatabaseUnavailable;
import io.milvaion.scheduler.people.role.Rights;
import io.milvaion.scheduler.see.reach.Belongings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Events for many clients: those with the same channels and rights share one text. Belongs to the
 * thread that hands the events out.
 */
final class Broadcast {

    private static final QuietLog QUIET = QuietLog.of(Broadcast.class);
    private static final String EVERYBODY = "*";

    private record Audience(Set<String> channels, Rights rights) {}

    private final List<FeedEvent> events;
    private final EventPlaces places;
    private final Map<Audience, Optional<String>> texts = new HashMap<>();

    Broadcast(List<FeedEvent> events, Belongings belongings) {
        this.events = events;
        this.places = new EventPlaces(events, belongings);
    }

    /**
     * The member {@code "events":[…]} for a client with these channels, if one event concerns it.
     */
    Optional<String> membersFor(Set<String> channels, Rights rights) {
        return texts.computeIfAbsent(new Audience(channels, rights), this::members);
    }

    private Optional<String> members(Audience audience) {
        String wanted;
        try {
            wanted = joined(audience);
        } catch (DatabaseUnavailable e) { // whose the events are cannot be told
            QUIET.log(System.Logger.Level.DEBUG, e, "events are replaced by a summary");
            wanted = FeedEvent.summary().json();
        }
        return wanted.isEmpty() ? Optional.empty() : Optional.of("\"events\":[" + wanted + "]");
    }

    private String joined(Audience audience) {
        return events.stream()
                .filter(event -> concerns(event, audience))
                .map(event -> shown(event, audience.rights()).json())
                .collect(Collectors.joining(","));
    }

    /** A summary counts events of everything: whoever reaches less learns only that there were. */
    private static FeedEvent shown(FeedEvent event, Rights rights) {
        return event.channels().contains(EVERYBODY)
                        && rights.areLimited()
                        && !event.equals(FeedEvent.lost())
                ? FeedEvent.summary()
                : event;
    }

    private boolean concerns(FeedEvent event, Audience audience) {
        for (String channel : event.channels()) {
            if (channel.equals(EVERYBODY)
                    || (audience.channels().contains(channel)
                            && places.isWithin(
                                    event, audience.rights().reach(Channel.permission(channel))))) {
                return true;
            }
        }
        return false;
    }
}
