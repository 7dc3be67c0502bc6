package io.milvaion.web.see.push;

import io.milvaion.scheduler.ground.event.EventFeed;
import io.milvaion.scheduler.ground.event.FeedEvent;
import io.milvaion.scheduler.ground.metric.Metrics;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The WebSocket clients of this node; the node follows the events while there is one. */
@ApplicationScoped
public class Clients {

    static final int LIMIT = 5_000;
    private static final int PING_SECONDS = 20;

    @Inject EventFeed feed;
    @Inject Metrics metrics;
    @Resource ManagedScheduledExecutorService timer;

    private final Clock clock = Clock.systemUTC();
    private final Map<String, Client> bySession = new ConcurrentHashMap<>();
    private ScheduledFuture<?> pings;

    @PostConstruct
    void start() {
        pings =
                timer.scheduleAtFixedRate(
                        () -> bySession.values().forEach(Client::ping),
                        PING_SECONDS,
                        PING_SECONDS,
                        TimeUnit.SECONDS);
    }

    /**
     * Adds a client.
     *
     * @return false if this node has as many as it takes
     */
    synchronized boolean join(String session, Line line) {
        if (bySession.size() >= LIMIT) {
            return false;
        }
        var client = new Client(line, clock);
        bySession.put(session, client);
        if (bySession.size() == 1) {
            feed.open(this::broadcast);
        } else if (feed.lost()) {
            client.tell(FeedEvent.lost());
        }
        metrics.websocketClients(bySession.size());
        return true;
    }

    Optional<Client> of(String session) {
        return Optional.ofNullable(bySession.get(session));
    }

    /** Removes a client; harmless when it was never added. */
    synchronized void leave(String session) {
        if (bySession.remove(session) != null && bySession.isEmpty()) {
            feed.close();
        }
        metrics.websocketClients(bySession.size());
    }

    private void broadcast(List<FeedEvent> events) {
        var broadcast = new Broadcast(events);
        bySession.values().forEach(client -> client.deliver(broadcast));
    }

    @PreDestroy
    void stop() {
        pings.cancel(false);
        feed.close();
    }
}
