package io.milvaion.web.see.push;

import io.milvaion.scheduler.ground.event.FeedEvent;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.see.reach.Belongings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * To which jobs some events belong. That is looked up when somebody is asked for who does not reach
 * everything, once for all events. Belongs to the thread that hands the events out.
 */
final class EventPlaces {

    private static final String JOB = "job:";
    private static final String LOGS = "logs:";

    private final List<FeedEvent> events;
    private final Belongings belongings;
    private Map<FeedEvent, Belongings.Place> places; // null until somebody asks

    EventPlaces(List<FeedEvent> events, Belongings belongings) {
        this.events = events;
        this.belongings = belongings;
    }

    /**
     * Whether an event belongs to a job that is reached; one that belongs to none is for nobody.
     */
    boolean isWithin(FeedEvent event, Reach reach) {
        if (reach.isEverything()) {
            return true;
        }
        if (places == null) {
            places = read();
        }
        var place = places.get(event);
        return place != null && place.isWithin(reach);
    }

    private Map<FeedEvent, Belongings.Place> read() {
        var found = new HashMap<FeedEvent, Belongings.Place>();
        place(JOB, belongings::ofJobs, found);
        place(LOGS, belongings::ofRuns, found);
        return found;
    }

    private void place(
            String kind,
            Function<List<UUID>, Map<UUID, Belongings.Place>> reading,
            Map<FeedEvent, Belongings.Place> found) {
        var ids = new HashMap<FeedEvent, UUID>();
        events.forEach(event -> id(event, kind).ifPresent(id -> ids.put(event, id)));
        var byId = reading.apply(ids.values().stream().distinct().toList());
        ids.forEach(
                (event, id) -> {
                    if (byId.containsKey(id)) {
                        found.put(event, byId.get(id));
                    }
                });
    }

    private static Optional<UUID> id(FeedEvent event, String kind) {
        return event.channels().stream()
                .flatMap(channel -> Channel.idIn(channel, kind).stream())
                .findFirst();
    }
}
