package io.milvaion.scheduler.ground.event;

import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.log.QuietLog;
import io.milvaion.platform.loop.Work;
import io.milvaion.platform.redis.Redis;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import redis.clients.jedis.Connection;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The one subscription of a node to the events of all nodes: subscribes, passes on, and subscribes
 * again after a failure until it is stopped. {@link #step} blocks its thread; {@link #tick} belongs
 * to another one and comes once a second.
 */
final class FeedLoop implements Work {

    private static final System.Logger LOG = System.getLogger(FeedLoop.class.getName());
    private static final QuietLog QUIET = QuietLog.of(FeedLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A connection that answers no ping for so long is dead, whatever the socket says. */
    private static final Duration SILENCE = Duration.ofSeconds(6);

    /** Within this time all publishers have found out that somebody listens, with some to spare. */
    private static final Duration PUBLISHERS_KNOW = Duration.ofMillis(1_500);

    private final Redis redis;
    private final Relay relay;
    private volatile boolean stopped;
    private volatile Subscription subscription;
    private volatile boolean lost;
    private volatile boolean summaryOwed;

    FeedLoop(Redis redis, Relay relay) {
        this.redis = redis;
        this.relay = relay;
    }

    @Override
    public Duration step() {
        subscribe();
        return PAUSE;
    }

    /** Whether no events come now because Redis is away. */
    boolean lost() {
        return lost;
    }

    /** Asks whether the connection is alive, and sends the summary that is owed. */
    void tick() {
        var current = subscription;
        if (current == null || !current.isSubscribed()) {
            return;
        }
        if (current.silentFor().compareTo(SILENCE) > 0) {
            current.disconnect();
            return;
        }
        if (summaryOwed && current.age().compareTo(PUBLISHERS_KNOW) > 0) {
            summaryOwed = false;
            deliver(List.of(FeedEvent.summary()));
        }
        try {
            current.ping();
        } catch (JedisException e) { // the reading thread sees it, too, and subscribes again
            LOG.log(System.Logger.Level.DEBUG, "the feed of live events is broken", e);
        }
    }

    @Override
    public void unblock() {
        stopped = true;
        var current = subscription;
        if (current != null) {
            current.disconnect();
        }
    }

    private void subscribe() {
        try (Connection connection = redis.connection()) {
            subscription = new Subscription(connection);
            if (!stopped) {
                subscription.proceed(connection, redis.keys().eventsChannel());
            }
        } catch (JedisException e) {
            LOG.log(System.Logger.Level.DEBUG, "no live events from other nodes", e);
        } finally {
            subscription = null;
        }
        if (!lost) {
            lost = true;
            deliver(List.of(FeedEvent.lost()));
        }
    }

    private void deliver(List<FeedEvent> events) {
        if (!stopped && !events.isEmpty()) {
            relay.add(events);
        }
    }

    private final class Subscription extends JedisPubSub {

        private final Connection connection;
        private final long start = System.nanoTime();
        private volatile long heard = start;

        Subscription(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void onSubscribe(String name, int subscribed) {
            lost = false;
            summaryOwed = true;
        }

        @Override
        public void onPong(String pattern) {
            heard = System.nanoTime();
        }

        @Override
        public void onMessage(String name, String message) {
            heard = System.nanoTime();
            try {
                deliver(EventCodec.decode(message));
            } catch (PoisonMessage e) {
                QUIET.log(System.Logger.Level.WARNING, e, "not a message of live events");
            }
        }

        Duration silentFor() {
            return Duration.ofNanos(System.nanoTime() - heard);
        }

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - start);
        }

        /** Ends the read that blocks the other thread. */
        void disconnect() {
            try {
                connection.forceDisconnect();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "the connection was broken", e);
            }
        }
    }
}
