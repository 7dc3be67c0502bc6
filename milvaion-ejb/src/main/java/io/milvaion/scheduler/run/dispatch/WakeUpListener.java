package io.milvaion.scheduler.run.dispatch;

import io.milvaion.platform.loop.Loop;
import io.milvaion.platform.loop.Work;
import io.milvaion.platform.redis.Redis;
import io.milvaion.scheduler.ground.loop.Activity;
import io.milvaion.scheduler.ground.loop.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;

/** Hears that something may be due earlier than the drain thinks. Only a hint: it may be lost. */
@ApplicationScoped
class WakeUpListener implements Activity, Work {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Inject Redis redis;
    @Inject DrainLoop drain;

    private final JedisPubSub subscription =
            new JedisPubSub() {
                @Override
                public void onMessage(String channel, String message) {
                    drain.wake();
                }
            };
    private RedisClient connection;

    @Override
    public Turn turn() {
        return Turn.QUIET;
    }

    @Override
    public List<Loop> start(ThreadFactory threads) {
        connection = redis.dedicated();
        return List.of(new Loop("wake-ups", Duration.ZERO, this).start(threads));
    }

    /** Listens until the connection breaks. */
    @Override
    public Duration step() {
        connection.subscribe(subscription, redis.keys().wakeupChannel());
        return PAUSE;
    }

    @Override
    public void unblock() {
        if (subscription.isSubscribed()) {
            subscription.unsubscribe();
        }
    }

    @Override
    public void end() {
        connection.close();
    }
}
