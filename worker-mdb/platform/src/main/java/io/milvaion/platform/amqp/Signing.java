package io.milvaion.platform.amqp;

import com.rabbitmq.client.AMQP.BasicProperties;

/** Says with each message who sends it, so that others can check it. */
@FunctionalInterface
public interface Signing {

    /** For who is known by nothing but the login at the broker. */
    Signing NONE = (properties, destination, subject, body) -> properties;

    /**
     * @param destination the queue, or the exchange of dead letters
     * @param subject the reply queue of a question, the routing key of a dead letter, else empty
     * @return the properties with whatever proves the sender
     */
    BasicProperties sign(
            BasicProperties properties, String destination, String subject, byte[] body);
}
