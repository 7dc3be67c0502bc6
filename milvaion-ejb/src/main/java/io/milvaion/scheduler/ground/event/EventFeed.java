package io.milvaion.scheduler.ground.event;

import io.milvaion.platform.loop.Loop;
import io.milvaion.platform.redis.Redis;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The events of all nodes, for the clients of this one. */
@ApplicationScoped
public class EventFeed {

    private static final Duration PULSE = Duration.ofSeconds(1);

    @Inject Redis redis;
    @Resource ManagedThreadFactory threads;

    private FeedLoop feed; // guarded by this
    private List<Loop> loops = List.of(); // guarded by this

    /**
     * Begins to listen; once it does, and again after each interruption, a summary comes within
     * three seconds, since events before it may be missing. Not to be called again before {@link
     * #close}.
     *
     * @param listener gets events in the order of each node, always on the same thread: the longer
     *     it takes the more at once
     */
    public synchronized void open(Consumer<List<FeedEvent>> listener) {
        var relay = new Relay(listener);
        feed = new FeedLoop(redis.dedicated(), redis.keys().eventsChannel(), relay);
        loops =
                List.of(
                        new Loop("event relay", Duration.ZERO, relay).start(threads),
                        new Loop("event feed", Duration.ZERO, feed).start(threads),
                        Loop.every("event feed's pulse", PULSE, feed::tick).start(threads));
    }

    /** Whether no events come now because Redis is away. */
    public synchronized boolean lost() {
        return feed != null && feed.lost();
    }

    /** Ends listening; harmless when nobody listens. */
    @PreDestroy
    public synchronized void close() {
        loops.forEach(Loop::quit);
        loops = List.of();
        feed = null;
    }
}
