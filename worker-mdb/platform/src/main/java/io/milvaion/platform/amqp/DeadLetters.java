package io.milvaion.platform.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import io.milvaion.contract.BrokerNames;
import java.io.IOException;
import java.util.HashMap;
import java.util.concurrent.TimeoutException;

/** Puts messages that can never be handled where a person finds them. */
public final class DeadLetters {

    private static final int CONFIRM_MILLIS = 10_000;

    private DeadLetters() {}

    /**
     * Publishes a copy of a delivery with the reason and waits for the broker's confirm. The caller
     * acknowledges the delivery afterwards, and not if this throws.
     *
     * @param channel a channel of the calling thread; it is put into confirm mode
     * @param reason one sentence for people
     */
    public static void send(Channel channel, Delivery delivery, String reason) throws IOException {
        var headers = new HashMap<String, Object>();
        if (delivery.getProperties().getHeaders() != null) {
            headers.putAll(delivery.getProperties().getHeaders());
        }
        headers.put(BrokerNames.REASON_HEADER, reason);
        headers.put(BrokerNames.ROUTING_KEY_HEADER, delivery.getEnvelope().getRoutingKey());
        AMQP.BasicProperties properties =
                delivery.getProperties().builder().headers(headers).deliveryMode(2).build();
        channel.confirmSelect();
        channel.basicPublish(BrokerNames.DEAD_LETTER_EXCHANGE, "", properties, delivery.getBody());
        try {
            channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
        } catch (TimeoutException e) {
            throw new IOException("the broker did not confirm a dead letter", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while dead-lettering", e);
        }
    }
}
