package io.milvaion.platform.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ReturnListener;
import io.milvaion.contract.BrokerNames;
import java.io.IOException;
import java.util.HashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Puts messages that can never be handled where a person finds them. */
public final class DeadLetters {

    private static final int CONFIRM_MILLIS = 10_000;

    private DeadLetters() {}

    /**
     * Publishes a copy of a delivery with the reason and waits for the broker's confirm. The caller
     * acknowledges the delivery afterwards, and not if this throws.
     *
     * <p>Throws as well when there is no queue for dead letters any more: whoever opens a channel
     * anew declares it with the whole {@link Topology}.
     *
     * @param channel a channel of the calling thread; it is put into confirm mode
     * @param reason one sentence for people
     */
    public static void send(Channel channel, Delivery delivery, String reason) throws IOException {
        send(channel, delivery, reason, Signing.NONE);
    }

    /** Likewise, with what proves the sender. */
    public static void send(Channel channel, Delivery delivery, String reason, Signing signing)
            throws IOException {
        var headers = new HashMap<String, Object>();
        if (delivery.getProperties().getHeaders() != null) {
            headers.putAll(delivery.getProperties().getHeaders());
        }
        headers.put(BrokerNames.REASON_HEADER, reason);
        headers.put(BrokerNames.ROUTING_KEY_HEADER, delivery.getEnvelope().getRoutingKey());
        AMQP.BasicProperties properties =
                delivery.getProperties().builder().headers(headers).deliveryMode(2).build();
        var signed =
                signing.sign(
                        properties,
                        BrokerNames.DEAD_LETTER_EXCHANGE,
                        delivery.getEnvelope().getRoutingKey(),
                        delivery.getBody());
        channel.confirmSelect();
        var returned = new AtomicBoolean();
        ReturnListener onReturn = channel.addReturnListener(message -> returned.set(true));
        try {
            channel.basicPublish(
                    BrokerNames.DEAD_LETTER_EXCHANGE, "", true, signed, delivery.getBody());
            channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
            if (returned.get()) {
                throw new IOException("no queue takes dead letters");
            }
        } catch (TimeoutException e) {
            throw new IOException("the broker did not confirm a dead letter", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while dead-lettering", e);
        } finally {
            channel.removeReturnListener(onReturn);
        }
    }
}
