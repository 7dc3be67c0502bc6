package io.milvaion.scheduler.ground.event;

import io.milvaion.platform.redis.Redis;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells open pages, on all nodes, what has changed. Call it after the commit. Costs next to nothing
 * while nobody listens, never blocks and never fails: an event that cannot be delivered is dropped.
 */
@ApplicationScoped
public class LiveEvents {

    private static final System.Logger LOG = System.getLogger(LiveEvents.class.getName());

    @Inject Redis redis;
    @Resource ManagedThreadFactory threads;

    private EventOutlet outlet;
    private ScheduledThreadPoolExecutor loop;

    @PostConstruct
    void start() {
        String channel = redis.keys().eventsChannel();
        outlet = new EventOutlet(message -> redis.pool().publish(channel, message));
        // A thread of its own: a call to a Redis that is away takes as long as its time limit.
        loop = new ScheduledThreadPoolExecutor(1, threads);
        long period = 1_000 / EventWindow.TICKS_PER_SECOND;
        loop.scheduleWithFixedDelay(this::tick, period, period, TimeUnit.MILLISECONDS);
    }

    public void publish(LiveEvent event) {
        outlet.offer(event);
    }

    private void tick() {
        try {
            outlet.tick();
        } catch (
                RuntimeException e) { // the top of this thread; a throwing task would not run again
            LOG.log(System.Logger.Level.WARNING, "live events of 100 ms are lost", e);
        }
    }

    @PreDestroy
    void stop() {
        loop.shutdownNow();
    }
}
