package io.milvaion.bench.raw;

import com.rabbitmq.client.Channel;
import java.io.IOException;

/** An exchange and queues like the real ones, beside them. */
final class Queues {

    static final String EXCHANGE = "milvaion.bench.jobs";
    static final String JOBS = "milvaion.bench.noop";
    static final String STATUS = "milvaion.bench.status";

    private Queues() {}

    static void declareEmpty(Channel channel) throws IOException {
        channel.exchangeDeclare(EXCHANGE, "topic", true);
        channel.queueDeclare(JOBS, true, false, false, null);
        channel.queueBind(JOBS, EXCHANGE, "noop.*");
        channel.queueDeclare(STATUS, true, false, false, null);
        channel.queuePurge(JOBS);
        channel.queuePurge(STATUS);
    }

    static void delete(Channel channel) throws IOException {
        channel.queueDelete(JOBS);
        channel.queueDelete(STATUS);
        channel.exchangeDelete(EXCHANGE);
    }
}
