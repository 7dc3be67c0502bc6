package io.milvaion.scheduler.ground.event;

import io.milvaion.platform.loop.Loop;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Tells open pages, on all nodes, what has changed. Call it after the commit. Costs next to nothing
 * while nobody listens, never blocks and never fails: an event that cannot be delivered is dropped.
 */
@ApplicationScoped
public class LiveEvents implements Activity {

    private static final Duration PERIOD =
            Duration.ofSeconds(1).dividedBy(EventWindow.TICKS_PER_SECOND);

    @Inject Redis redis;

    private EventOutlet outlet;

    @PostConstruct
    void open() {
        String channel = redis.keys().eventsChannel();
        outlet = new EventOutlet(message -> redis.pool().publish(channel, message));
    }

    @Override
    public Turn turn() {
        return Turn.NEWS;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        return List.of(Loop.every("live events", PERIOD, outlet::tick).start(threads));
    }

    public void publish(LiveEvent event) {
        outlet.offer(event);
    }
}
