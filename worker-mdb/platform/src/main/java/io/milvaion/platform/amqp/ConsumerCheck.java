package io.milvaion.platform.amqp;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Finds out whether a consumer still gets what comes into its queue, where the broker does not say
 * so: when a queue is deleted RabbitMQ cancels its consumers, and Broker-J tells them nothing. For
 * the thread of the channel.
 */
public final class ConsumerCheck {

    /** How it goes with a consumer. */
    public enum Sight {
        /** It consumes, as far as one can see. */
        WELL,
        /** Its queue was deleted; if nobody has declared it anew the channel is closed. */
        DELETED,
        /** Messages wait in its queue and do not come: to consume anew helps, or does no harm. */
        IN_VAIN
    }

    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final String CANCELS = "consumer_cancel_notify";

    private final Channel channel;
    private final String queue;
    private final boolean needed;
    private long lookedNanos = System.nanoTime();
    private boolean received; // since the last look
    private boolean waited; // at the last look, in vain

    public ConsumerCheck(Channel channel, String queue) {
        this.channel = channel;
        this.queue = queue;
        this.needed = !saysCancelled(channel.getConnection().getServerProperties());
    }

    private static boolean saysCancelled(Map<String, Object> server) {
        return server.get("capabilities") instanceof Map<?, ?> capabilities
                && Boolean.TRUE.equals(capabilities.get(CANCELS));
    }

    /** A message has come. */
    public void received() {
        received = true;
    }

    /**
     * Looks every other second.
     *
     * @param room whether the consumer would get what waits
     */
    public Sight look(boolean room) throws IOException {
        long now = System.nanoTime();
        if (!needed || now - lookedNanos < PERIOD_NANOS) {
            return Sight.WELL;
        }
        lookedNanos = now;
        try {
            var seen = channel.queueDeclarePassive(queue);
            boolean before = waited;
            waited = room && !received && seen.getMessageCount() > 0;
            received = false;
            return seen.getConsumerCount() == 0
                    ? Sight.DELETED
                    : waited && before ? Sight.IN_VAIN : Sight.WELL;
        } catch (IOException e) {
            if (BrokerLink.isMissing(e)) {
                return Sight.DELETED;
            }
            throw e;
        }
    }
}
