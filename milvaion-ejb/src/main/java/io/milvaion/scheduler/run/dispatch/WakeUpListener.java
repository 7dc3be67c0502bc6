package io.milvaion.scheduler.run.dispatch;

import io.milvaion.platform.redis.Redis;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** Hears that something may be due earlier than the drain thinks. Only a hint: it may be lost. */
@ApplicationScoped
public class WakeUpListener {

    private static final System.Logger LOG = System.getLogger(WakeUpListener.class.getName());

    @Inject Redis redis;
    @Inject DrainLoop drain;
    @Resource ManagedThreadFactory threads;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final JedisPubSub subscription =
            new JedisPubSub() {
                @Override
                public void onMessage(String channel, String message) {
                    drain.wake();
                }
            };

    @PostConstruct
    void start() {
        threads.newThread(this::listen).start();
    }

    /** Makes sure that the listener exists: the container creates it at the first call. */
    void require() {
        // creation is all there is to do
    }

    private void listen() {
        try (RedisClient connection = redis.dedicated()) {
            do {
                try {
                    connection.subscribe(subscription, redis.keys().wakeupChannel());
                } catch (JedisException e) {
                    LOG.log(System.Logger.Level.DEBUG, "no wake-ups for a while", e);
                }
            } while (!stop.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        stop.countDown();
        if (subscription.isSubscribed()) {
            subscription.unsubscribe();
        }
    }
}
