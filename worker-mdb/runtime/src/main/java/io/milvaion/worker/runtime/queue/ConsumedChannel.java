package io.milvaion.worker.runtime.queue;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.ConsumerCheck;
import java.io.IOException;

/** A channel of the loop thread and the deliveries on it that are not acknowledged. */
final class ConsumedChannel {

    private final Channel channel;
    private final DeliveryTags tags = new DeliveryTags();
    private final ConsumerCheck check;

    ConsumedChannel(Channel channel, String queue) {
        this.channel = channel;
        this.check = new ConsumerCheck(channel, queue);
    }

    Channel channel() {
        return channel;
    }

    DeliveryTags tags() {
        return tags;
    }

    void arrived(long tag) {
        tags.add(tag);
        check.received();
    }

    /**
     * Whether the broker does not send what comes.
     *
     * @param prefetch of the present consumer
     */
    boolean isDeaf(int prefetch) throws IOException {
        return check.look(tags.size() < prefetch) != ConsumerCheck.Sight.WELL;
    }

    /** Acknowledges what was settled; a channel that breaks is left for the queue to find. */
    void acknowledge() {
        try {
            if (channel.isOpen()) {
                tags.flush(channel::basicAck);
            }
        } catch (IOException | ShutdownSignalException e) {
            BrokerLink.abort(channel); // the broker delivers again what it did not see acknowledged
        }
    }

    void giveBack(long tag) {
        try {
            if (tags.remove(tag) && channel.isOpen()) {
                channel.basicNack(tag, false, true);
            }
        } catch (IOException | ShutdownSignalException e) {
            BrokerLink.abort(channel);
        }
    }
}
