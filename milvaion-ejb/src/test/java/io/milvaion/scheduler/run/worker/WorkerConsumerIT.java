package io.milvaion.scheduler.run.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.HeartbeatMessage;
import io.milvaion.contract.RegistrationMessage;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.Topology;
import io.milvaion.platform.json.WireJson;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.service.Services;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkerConsumerIT {

    private final String instance = "w-" + UUID.randomUUID();
    private TrackingScene scene;
    private BrokerLink link;

    @BeforeEach
    void open() {
        scene = new TrackingScene();
        link = Services.broker();
    }

    @AfterEach
    void close() {
        link.close();
        scene.close();
    }

    @Test
    void aWorkerIsListedWithWhatItSaysLast() throws Exception {
        var channel = link.openChannel();
        Topology.declare(channel);
        channel.basicPublish("", BrokerNames.REGISTRATION_QUEUE, null, registration(2));
        channel.basicPublish(
                "", BrokerNames.REGISTRATION_QUEUE, null, "{}".getBytes(StandardCharsets.UTF_8));
        channel.basicPublish("", BrokerNames.REGISTRATION_QUEUE, null, registration(8));
        channel.basicPublish(
                "",
                BrokerNames.HEARTBEAT_QUEUE,
                null,
                WireJson.write(
                        new HeartbeatMessage(instance, "g", Instant.now(), 5, 2, "no room", true)));

        try (var registrations =
                consumer(
                        BrokerNames.REGISTRATION_QUEUE,
                        WorkerParser::registration,
                        RegistrationMessage::instanceId,
                        WorkerRows::register)) {
            assertThat(registrations).isNotNull();
            awaitRow("g h 1.0 8 0 0 f noop");
        }
        try (var heartbeats =
                consumer(
                        BrokerNames.HEARTBEAT_QUEUE,
                        WorkerParser::heartbeat,
                        HeartbeatMessage::instanceId,
                        WorkerRows::seen)) {
            assertThat(heartbeats).isNotNull();
            awaitRow("g h 1.0 8 5 2 no room t noop");
        }
    }

    private <M> WorkerConsumer<M> consumer(
            String queue,
            WorkerConsumer.Parser<M> parser,
            java.util.function.Function<M, String> id,
            WorkerConsumer.Writer<M> writer) {
        return new WorkerConsumer<>(
                link,
                queue,
                scene.database,
                parser,
                id,
                writer,
                message -> {},
                Executors.defaultThreadFactory());
    }

    private void awaitRow(String expected) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(
                                                scene.one(
                                                        """
                                                        select concat_ws(' ', worker_group, host, version,
                                                                         max_parallel_jobs, running_jobs,
                                                                         abandoned_jobs, refusing, stopping,
                                                                         consumers -> 0 ->> 'jobType')
                                                          from workers where instance_id = ?""",
                                                        instance))
                                        .isEqualTo(expected));
    }

    private byte[] registration(int parallel) {
        return WireJson.write(
                new RegistrationMessage(
                        instance,
                        "g",
                        "h",
                        "1.0",
                        Instant.now(),
                        parallel,
                        List.of(
                                new RegistrationMessage.Consumer(
                                        "noop", "NoopJob", 1, null, null, null))));
    }
}
