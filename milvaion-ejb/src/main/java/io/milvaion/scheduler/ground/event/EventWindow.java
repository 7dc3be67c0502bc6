package io.milvaion.scheduler.ground.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The events of the current 100 ms. Few events are passed on as they came; when there are more than
 * may be sent, the newest of an occurrence stands for all of it, and when that is not enough they
 * are counted into a summary. Safe to share.
 */
final class EventWindow {

    static final int TICKS_PER_SECOND = 10;

    /** Events a second over time; a second's worth may come at once. */
    static final int EVENTS_PER_SECOND = 500;

    /** Events that are kept until the tick; more are only counted. */
    private static final int CAPACITY = 5_000;

    private List<LiveEvent> events = new ArrayList<>(); // guarded by this
    private final Map<String, Integer> counted = new TreeMap<>(); // guarded by this
    private int allowance = EVENTS_PER_SECOND; // guarded by this
    private int ticksSinceSummary = TICKS_PER_SECOND; // guarded by this

    synchronized void add(LiveEvent event) {
        if (events.size() < CAPACITY) {
            events.add(event);
        } else {
            count(event);
        }
    }

    /** Takes what is to be sent now; called once each 100 ms. */
    synchronized List<LiveEvent> take() {
        allowance = Math.min(EVENTS_PER_SECOND, allowance + EVENTS_PER_SECOND / TICKS_PER_SECOND);
        ticksSinceSummary++;
        List<LiveEvent> taken = events;
        events = new ArrayList<>();
        if (taken.size() > allowance) {
            taken = newestOfEach(taken);
        }
        if (taken.size() > allowance) {
            taken.forEach(this::count);
            taken = new ArrayList<>();
        }
        allowance -= taken.size();
        if (!counted.isEmpty() && ticksSinceSummary >= TICKS_PER_SECOND) {
            taken.add(FeedEvents.summary(Map.copyOf(counted)));
            counted.clear();
            ticksSinceSummary = 0;
        }
        return taken;
    }

    /** Forgets everything: nobody listens. */
    synchronized void clear() {
        events.clear();
        counted.clear();
    }

    private void count(LiveEvent event) {
        counted.merge(event.type(), 1, Integer::sum);
    }

    /** Keeps the place of the newest event: an older one would come before its cause. */
    private static List<LiveEvent> newestOfEach(Collection<LiveEvent> all) {
        var newest = new LinkedHashMap<Object, LiveEvent>();
        for (LiveEvent event : all) {
            Object subject = event.replaceable() ? event.id() : new Object();
            newest.remove(subject);
            newest.put(subject, event);
        }
        return new ArrayList<>(newest.values());
    }
}
