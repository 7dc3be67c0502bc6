package io.milvaion.platform.amqp;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import io.milvaion.contract.BrokerNames;
import java.io.IOException;
import java.util.List;

/**
 * Exchanges and queues that everybody may declare. The queues of job types are declared by the
 * scheduler alone: only it knows their arguments.
 */
public final class Topology {

    private static final List<String> SCHEDULER_QUEUES =
            List.of(
                    BrokerNames.STATUS_QUEUE,
                    BrokerNames.LOG_QUEUE,
                    BrokerNames.REGISTRATION_QUEUE,
                    BrokerNames.HEARTBEAT_QUEUE,
                    BrokerNames.VERIFY_QUEUE);

    private Topology() {}

    /** Declares what is missing; harmless when repeated. */
    public static void declare(Channel channel) throws IOException {
        channel.exchangeDeclare(BrokerNames.JOB_EXCHANGE, BuiltinExchangeType.TOPIC, true);
        channel.exchangeDeclare(BrokerNames.DEAD_LETTER_EXCHANGE, BuiltinExchangeType.FANOUT, true);
        channel.queueDeclare(BrokerNames.DEAD_LETTER_QUEUE, true, false, false, null);
        channel.queueBind(BrokerNames.DEAD_LETTER_QUEUE, BrokerNames.DEAD_LETTER_EXCHANGE, "");
        for (String queue : SCHEDULER_QUEUES) {
            channel.queueDeclare(queue, true, false, false, null);
        }
    }
}
