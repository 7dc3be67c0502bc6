package io.milvaion.scheduler.state.publish;

import com.rabbitmq.client.Channel;
import io.milvaion.contract.BrokerNames;
import io.milvaion.platform.amqp.Topology;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Declares the queues of job types on one channel before their first use, so that a run waits for
 * workers to come. Only the scheduler knows the arguments. Belongs to the channel's thread.
 */
final class JobQueues {

    private final Channel channel;
    private final String queueType;
    private final Set<String> declared = new HashSet<>();

    /**
     * @param queueType {@code classic} or {@code quorum}
     */
    JobQueues(Channel channel, String queueType) throws IOException {
        this.channel = channel;
        this.queueType = queueType;
        Topology.declare(channel);
    }

    void require(RunDefinition job) throws IOException {
        require(job.workerGroup(), job.jobType());
    }

    void require(String group, String jobType) throws IOException {
        String queue = BrokerNames.jobQueue(group, jobType);
        if (declared.add(queue)) {
            channel.queueDeclare(queue, true, false, false, arguments());
            channel.queueBind(
                    queue, BrokerNames.JOB_EXCHANGE, BrokerNames.jobBinding(group, jobType));
        }
    }

    /** Forgets what was declared: a message was refused, so a queue or binding is gone. */
    void forget() {
        declared.clear();
    }

    private Map<String, Object> arguments() {
        if (!queueType.equals("quorum")) {
            return Map.of();
        }
        // A returned run is not poison, however often it is returned (limit since RabbitMQ 4.0).
        return brokerMajor() >= 4
                ? Map.of("x-queue-type", "quorum", "x-delivery-limit", -1)
                : Map.of("x-queue-type", "quorum");
    }

    private int brokerMajor() {
        Object version = channel.getConnection().getServerProperties().get("version");
        try {
            return Integer.parseInt(String.valueOf(version).split("\\.", 2)[0]);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
