package io.milvaion.worker.runtime.claim;

import io.milvaion.contract.RedisKeys;
import io.milvaion.worker.runtime.Shutdown;
import io.milvaion.worker.runtime.WorkerContext;
import io.milvaion.worker.runtime.attempt.Attempt;
import io.milvaion.worker.runtime.attempt.HeldAttempts;
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
public final class CancellationListener implements Runnable, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(CancellationListener.class.getName());
    private static final long RETRY_MILLIS = 1_000;

    private final RedisClient redis;
    private final String channel;
    private final HeldAttempts held;
    private final Shutdown shutdown;
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
    public CancellationListener(
            WorkerContext worker, HeldAttempts held, RedisClient redis, RedisKeys keys) {
        this.redis = redis;
        this.channel = keys.cancellationChannel();
        this.held = held;
        this.shutdown = worker.shutdown();
    }

    @Override
    public void run() {
        try {
            while (!shutdown.hasBegun()) {
                try {
                    redis.subscribe(subscription, channel);
                } catch (JedisException e) {
                    LOG.log(Level.DEBUG, "not listening for cancellations now", e);
                }
                shutdown.await(RETRY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cancelled(String body) {
        try {
            for (Attempt attempt : held.of(UUID.fromString(body))) {
                if (attempt.started()) {
                    attempt.stop(StopReason.CANCELLED);
                }
            }
        } catch (IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "not an occurrence id in {0}: {1}", channel, body);
        }
    }

    @Override
    public void close() {
        try {
            if (subscription.isSubscribed()) {
                subscription.unsubscribe();
            }
        } catch (JedisException e) {
            LOG.log(Level.DEBUG, "could not unsubscribe", e);
        }
    }
}
