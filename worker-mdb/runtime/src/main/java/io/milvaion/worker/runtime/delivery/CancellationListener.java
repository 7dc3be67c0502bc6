package io.milvaion.worker.runtime.delivery;

import io.milvaion.worker.runtime.job.StopReason;
import java.lang.System.Logger.Level;
import java.util.UUID;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Hears at once which occurrences were cancelled. Nothing rests on it: the renewal of the claims
 * learns the same a heartbeat later.
 */
final class CancellationListener implements Runnable {

    private static final System.Logger LOG = System.getLogger(CancellationListener.class.getName());
    private static final long RETRY_MILLIS = 1_000;

    private final RedisClient redis;
    private final String channel;
    private final Runs runs;
    private final Pause pause;
    private final JedisPubSub subscription =
            new JedisPubSub() {
                @Override
                public void onMessage(String from, String body) {
                    cancelled(body);
                }
            };

    /**
     * @param redis connections that nothing else uses
     */
    CancellationListener(RedisClient redis, String channel, Runs runs, Pause pause) {
        this.redis = redis;
        this.channel = channel;
        this.runs = runs;
        this.pause = pause;
    }

    @Override
    public void run() {
        try {
            while (!pause.over()) {
                try {
                    redis.subscribe(subscription, channel);
                } catch (JedisException e) {
                    LOG.log(Level.DEBUG, "not listening for cancellations now", e);
                }
                pause.await(RETRY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cancelled(String body) {
        try {
            for (Run run : runs.of(UUID.fromString(body))) {
                if (run.started()) {
                    run.job().stop(StopReason.CANCELLED);
                }
            }
        } catch (IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "not an occurrence id in {0}: {1}", channel, body);
        }
    }

    void close() {
        try {
            if (subscription.isSubscribed()) {
                subscription.unsubscribe();
            }
        } catch (JedisException e) {
            LOG.log(Level.DEBUG, "could not unsubscribe", e);
        }
    }
}
