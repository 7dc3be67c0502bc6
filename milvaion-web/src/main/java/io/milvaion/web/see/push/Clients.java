package io.milvaion.web.see.push;

import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.event.EventFeed;
import io.milvaion.scheduler.ground.event.FeedEvent;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.people.caller.Caller;
import io.milvaion.scheduler.people.caller.Callers;
import io.milvaion.scheduler.people.role.Rights;
import io.milvaion.scheduler.see.reach.Belongings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The WebSocket clients of this node; the node follows the events while there is one. */
@ApplicationScoped
public class Clients {

    static final int LIMIT = 5_000;
    private static final Duration PING = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration LAST_PING = Duration.ofSeconds(2);

    @Inject EventFeed feed;
    @Inject Metrics metrics;
    @Inject Callers callers;
    @Inject Belongings belongings;
    @Resource ManagedThreadFactory threads;

    private final Clock clock = Clock.systemUTC();
    private final Map<String, Client> bySession = new ConcurrentHashMap<>();
    private final Map<String, Caller> openedBy = new ConcurrentHashMap<>();
    private Loop pings;
    private Loop rights;

    @PostConstruct
    void start() {
        pings = Loop.atRate("WebSocket pings", PING, this::ping).start(threads);
        rights = Loop.every("WebSocket rights", LOOK, this::lookAtRights).start(threads);
    }

    /**
     * Adds a client.
     *
     * @param caller who has opened the session
     * @return false if this node has as many as it takes
     */
    synchronized boolean join(String session, Line line, Caller caller) {
        if (bySession.size() >= LIMIT) {
            return false;
        }
        var client = new Client(line, clock, caller.rights());
        openedBy.put(session, caller);
        bySession.put(session, client);
        if (bySession.size() == 1) {
            feed.open(this::broadcast);
        } else if (feed.lost()) {
            client.deliver(new Broadcast(List.of(FeedEvent.lost()), belongings));
        }
        metrics.websocketClients(bySession.size());
        return true;
    }

    Optional<Client> of(String session) {
        return Optional.ofNullable(bySession.get(session));
    }

    /** Removes a client; harmless when it was never added. */
    synchronized void leave(String session) {
        openedBy.remove(session);
        if (bySession.remove(session) != null && bySession.isEmpty()) {
            feed.close();
        }
        metrics.websocketClients(bySession.size());
    }

    private void ping() {
        bySession.values().forEach(Client::ping);
    }

    /** Whoever has logged out or been disabled, or may do something else now, is out. */
    private void lookAtRights() {
        openedBy.forEach(
                (session, caller) -> {
                    var now = callers.again(caller).map(Caller::rights).orElse(Rights.NONE);
                    of(session).ifPresent(client -> client.expect(now));
                });
    }

    private void broadcast(List<FeedEvent> events) {
        var broadcast = new Broadcast(events, belongings);
        bySession.values().forEach(client -> client.deliver(broadcast));
    }

    @PreDestroy
    void stop() {
        pings.stop(LAST_PING);
        rights.stop(LAST_PING);
        feed.close();
    }
}
