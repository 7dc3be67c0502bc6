package io.milvaion.worker.runtime.report;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.HeartbeatMessage;
import io.milvaion.contract.RegistrationMessage;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerUnavailable;
import io.milvaion.platform.amqp.DeadLetters;
import io.milvaion.platform.amqp.Signing;
import io.milvaion.platform.amqp.Topology;
import io.milvaion.platform.json.WireJson;
import io.milvaion.worker.runtime.queue.PoisonDelivery;
import io.milvaion.worker.runtime.store.StoredMessage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** A channel in confirm mode on which one thread sends what a worker has to say. */
final class ReportChannel implements AutoCloseable {

    private static final int CONFIRM_MILLIS = 10_000;
    private static final AMQP.BasicProperties PERSISTENT =
            new AMQP.BasicProperties.Builder()
                    .contentType("application/json")
                    .deliveryMode(2)
                    .build();

    private final BrokerLink link;
    private final BatchMessages messages;
    private final Signing signing;
    private final Channel channel;
    private volatile boolean returned; // set by the thread of the connection

    private ReportChannel(
            BrokerLink link, BatchMessages messages, Signing signing, Channel channel) {
        this.link = link;
        this.messages = messages;
        this.signing = signing;
        this.channel = channel;
    }

    /** Opens a channel and declares what it publishes to. */
    static ReportChannel open(BrokerLink link, BatchMessages messages, Signing signing)
            throws IOException, BrokerUnavailable {
        var channel = link.openChannel();
        try {
            Topology.declare(channel);
            channel.confirmSelect();
            var opened = new ReportChannel(link, messages, signing, channel);
            channel.addReturnListener(message -> opened.returned = true);
            return opened;
        } catch (IOException | RuntimeException e) {
            BrokerLink.abort(channel);
            throw e;
        }
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /**
     * Sends a batch, logs before reports and poison to the dead letters, and waits for the
     * confirms.
     *
     * @return the number of status messages
     * @throws IOException if the broker has not confirmed all of it; all of it must be sent again
     */
    int send(Outbox.Batch batch) throws IOException, BrokerUnavailable, InterruptedException {
        int status = send(messages.of(batch));
        sendPoison(batch.poison());
        return status;
    }

    /**
     * Sends messages in order and waits for the confirms.
     *
     * @return the number of status messages among them
     * @throws IOException if the broker has not confirmed all of them; all must be sent again
     */
    int send(List<StoredMessage> inOrder) throws IOException, InterruptedException {
        int status = 0;
        for (StoredMessage message : inOrder) {
            publish(message.queue(), message.body());
            status += message.reports() > 0 ? 1 : 0;
        }
        awaitConfirms();
        return status;
    }

    /** Sends signs of life, which nobody waits for. */
    void send(RegistrationMessage message) throws IOException {
        publish(BrokerNames.REGISTRATION_QUEUE, WireJson.write(message));
    }

    void send(HeartbeatMessage message) throws IOException {
        publish(BrokerNames.HEARTBEAT_QUEUE, WireJson.write(message));
    }

    private void publish(String queue, byte[] body) throws IOException {
        channel.basicPublish("", queue, true, signing.sign(PERSISTENT, queue, "", body), body);
    }

    private void awaitConfirms() throws IOException, InterruptedException {
        try {
            boolean confirmed = channel.waitForConfirms(CONFIRM_MILLIS);
            if (returned || !confirmed) {
                throw new IOException("the broker has refused reports");
            }
        } catch (TimeoutException e) {
            throw new IOException("the broker has not confirmed reports in time", e);
        }
    }

    private void sendPoison(List<PoisonDelivery> poison) throws IOException, BrokerUnavailable {
        if (poison.isEmpty()) {
            return;
        }
        var deadLetters = link.openChannel();
        try {
            for (PoisonDelivery message : poison) {
                DeadLetters.send(deadLetters, message.delivery(), message.reason(), signing);
            }
        } finally {
            BrokerLink.abort(deadLetters);
        }
    }

    @Override
    public void close() {
        BrokerLink.abort(channel);
    }
}
