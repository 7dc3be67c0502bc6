package io.milvaion.tests;

import static io.milvaion.tests.server.Milvaion.job;
import static io.milvaion.tests.server.Milvaion.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.milvaion.contract.BrokerNames;
import io.milvaion.tests.server.Milvaion;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody deletes queues while everything is connected; brokers differ in what they tell then. */
@ExtendWith(ArquillianExtension.class)
class DeletedQueuesIT {

    @ArquillianResource URL root;
    private Milvaion milvaion;
    private Connection connection;
    private Channel channel;

    @BeforeEach
    void connect() throws Exception {
        milvaion = new Milvaion(root);
        var factory = new ConnectionFactory();
        factory.setUri(System.getProperty("milvaion.rabbitmq.url"));
        connection = factory.newConnection();
        channel = connection.createChannel();
    }

    @AfterEach
    void disconnect() throws Exception {
        connection.close();
        milvaion.close();
    }

    @Test
    void aTypeWhoseQueueIsDeletedRunsOn() throws Exception {
        var id = milvaion.create(job("noop"));
        for (int i = 0; i < 3; i++) {
            milvaion.awaitState(milvaion.trigger(id), "completed");
            channel.queueDelete(BrokerNames.jobQueue(null, "noop"));
        }
        milvaion.awaitState(milvaion.trigger(id), "completed");
    }

    @Test
    void aTypeWhoseBindingIsRemovedRunsOn() throws Exception {
        var id = milvaion.create(job("noop"));
        milvaion.awaitState(milvaion.trigger(id), "completed");

        channel.queueUnbind(
                BrokerNames.jobQueue(null, "noop"),
                BrokerNames.JOB_EXCHANGE,
                BrokerNames.jobBinding(null, "noop"));

        milvaion.awaitState(milvaion.trigger(id), "completed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BrokerNames.STATUS_QUEUE,
                BrokerNames.LOG_QUEUE,
                BrokerNames.REGISTRATION_QUEUE,
                BrokerNames.HEARTBEAT_QUEUE,
                BrokerNames.VERIFY_QUEUE,
                BrokerNames.DEAD_LETTER_QUEUE
            })
    void aQueueOfTheSchedulerIsDeclaredAnewAndItsLossIsSaid(String queue) throws Exception {
        var sample = "milvaion_queues_lost_total{queue=\"" + queue + "\"}";
        double before = milvaion.metric(sample);

        channel.queueDelete(queue);

        soon().untilAsserted(() -> assertThat(milvaion.metric(sample)).isEqualTo(before + 1));
        assertThat(health()).startsWith("degraded").contains(queue);
        soon().until(() -> isConsumed(queue));
        var run = milvaion.trigger(milvaion.create(job("hello")));
        milvaion.awaitState(run, "completed");
        soon().untilAsserted(() -> assertThat(milvaion.logOf(run)).isNotEmpty());
    }

    @Test
    void runsWhoseReportsVanishEndAsTheyHaveEnded() throws Exception {
        var id =
                milvaion.create(
                        job("noop").every("* * * * * *").with("concurrentExecutionPolicy", 0));
        milvaion.awaitCompleted(id, 1);
        var stolen = new AtomicInteger();
        var tag =
                channel.basicConsume(
                        BrokerNames.STATUS_QUEUE,
                        true,
                        (consumer, message) -> {
                            if (new String(message.getBody(), StandardCharsets.UTF_8)
                                    .contains("\"state\":2")) {
                                stolen.incrementAndGet();
                            }
                        },
                        consumer -> {});
        soon().until(() -> stolen.get() >= 1);
        channel.basicCancel(tag);

        soon().until(() -> milvaion.metric("milvaion_reports_lost_total") >= 1);
        int sofar = milvaion.occurrencesOf(id).size();
        milvaion.awaitCompleted(id, sofar + 1); // its gate is open again
        assertThat(milvaion.occurrencesOf(id))
                .filteredOn(run -> !Milvaion.isOpen(run))
                .allMatch(run -> Milvaion.is(run, "completed"));
    }

    /** On a channel of its own, since a queue that is not there closes it. */
    private boolean isConsumed(String queue) throws Exception {
        try (var own = connection.createChannel()) {
            return own.consumerCount(queue) > 0;
        } catch (IOException | AlreadyClosedException e) {
            return false;
        }
    }

    private String health() {
        var ready = milvaion.rest().get("health/ready").expect(200).json();
        return ready.get("checks").get(0).get("data").get("queues").textValue();
    }
}
