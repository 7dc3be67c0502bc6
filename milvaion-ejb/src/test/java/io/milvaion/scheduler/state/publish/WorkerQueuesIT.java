package io.milvaion.scheduler.state.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import io.milvaion.contract.BrokerNames;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.scheduler.service.Services;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerQueuesIT {

    private final BrokerLink link = Services.broker();
    private final WorkerQueues queues = new WorkerQueues(link, "classic");
    private final String type = "t" + UUID.randomUUID();

    @AfterEach
    void close() {
        link.close();
    }

    @Test
    void whatIsPublishedForAnnouncedTypesWaitsForTheirWorkers() throws Exception {
        queues.require("g", List.of(type, type + "b"));

        var channel = link.openChannel();
        for (var group : new String[] {null, "g"}) {
            publish(channel, group, type + "b");
            assertThat(received(channel, group, type + "b")).isEqualTo("a run");
        }
    }

    @Test
    void whatCannotBeATypeOrAGroupIsLeftOut() throws Exception {
        queues.require("g".repeat(300), Arrays.asList(null, "", "t".repeat(300), "#", type));

        var channel = link.openChannel();
        publish(channel, null, type);
        assertThat(received(channel, null, type)).isEqualTo("a run");
    }

    private static void publish(Channel channel, String group, String type) throws IOException {
        channel.basicPublish(
                BrokerNames.JOB_EXCHANGE,
                BrokerNames.routingKey(group, type, UUID.randomUUID()),
                null,
                "a run".getBytes(StandardCharsets.UTF_8));
    }

    private static String received(Channel channel, String group, String type)
            throws IOException, InterruptedException {
        for (int i = 0; i < 200; i++) {
            var message = channel.basicGet(BrokerNames.jobQueue(group, type), true);
            if (message != null) {
                return new String(message.getBody(), StandardCharsets.UTF_8);
            }
            Thread.sleep(20);
        }
        return null;
    }
}
