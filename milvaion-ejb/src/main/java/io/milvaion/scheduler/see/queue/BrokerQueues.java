package io.milvaion.scheduler.see.queue;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import io.milvaion.platform.amqp.Broker;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Asks the broker for queues, by passive declares: AMQP tells no more of them. */
@ApplicationScoped
public class BrokerQueues {

    private static final System.Logger LOG = System.getLogger(BrokerQueues.class.getName());

    private BrokerLink link;

    protected BrokerQueues() {} // for the container's proxy

    @Inject
    public BrokerQueues(Broker broker) {
        this(broker.consuming());
    }

    BrokerQueues(BrokerLink link) {
        this.link = link;
    }

    /** Those that there are; none of those that were not asked for before the broker went away. */
    Map<String, QueueMessages> look(Collection<String> names) {
        var found = new HashMap<String, QueueMessages>();
        Channel channel = null;
        try {
            for (var name : names) {
                channel = channel == null ? link.openChannel() : channel;
                channel = look(channel, name, found);
            }
        } catch (BrokerUnavailable | IOException | ShutdownSignalException e) {
            LOG.log(System.Logger.Level.DEBUG, "the broker does not answer", e);
        }
        if (channel != null) {
            BrokerLink.abort(channel);
        }
        return found;
    }

    /** Returns the channel, or null: that there is no such queue has closed it. */
    private static Channel look(Channel channel, String name, Map<String, QueueMessages> found)
            throws IOException {
        try {
            var answer = channel.queueDeclarePassive(name);
            found.put(name, new QueueMessages(answer.getMessageCount(), answer.getConsumerCount()));
            return channel;
        } catch (IOException e) {
            if (!BrokerLink.isMissing(e)) {
                throw e;
            }
            return null;
        }
    }
}
