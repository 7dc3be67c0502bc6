package io.milvaion.scheduler.ground.event;

import io.milvaion.platform.redis.Redis;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The events of all nodes, for the clients of this one. */
@ApplicationScoped
public class EventFeed {

    @Inject Redis redis;
    @Resource ManagedThreadFactory threads;
    @Resource ManagedScheduledExecutorService timer;

    private FeedLoop loop; // guarded by this
    private ScheduledFuture<?> ticks; // guarded by this

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
        loop = new FeedLoop(redis.dedicated(), redis.keys().eventsChannel(), relay);
        threads.newThread(relay).start();
        threads.newThread(loop).start();
        ticks = timer.scheduleWithFixedDelay(loop::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** Whether no events come now because Redis is away. */
    public synchronized boolean lost() {
        return loop != null && loop.lost();
    }

    /** Ends listening; harmless when nobody listens. */
    @PreDestroy
    public synchronized void close() {
        if (loop != null) {
            ticks.cancel(false);
            loop.stop();
            loop = null;
        }
    }
}
