package io.milvaion.scheduler.run.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.HeartbeatMessage;
import io.milvaion.contract.RegistrationMessage;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.Topology;
import io.milvaion.platform.json.WireJson;
import io.milvaion.scheduler.run.inbox.SenderScene;
import io.milvaion.scheduler.run.inbox.Senders;
import io.milvaion.scheduler.run.inbox.SendingWorker;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.service.Services;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkerConsumerIT {

    private static final String KEY = "a-key-of-the-group-g-for-tests-only";

    private final String instance = "w-" + UUID.randomUUID();
    private Senders senders = SenderScene.unchecked();
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
                        new HeartbeatMessage(
                                instance, "g", Instant.now(), 5, 2, "no room", true, true)));

        try (var registrations =
                consumer(
                        BrokerNames.REGISTRATION_QUEUE,
                        WorkerParser::registration,
                        m -> new SendingWorker(m.workerGroup(), m.instanceId()),
                        WorkerRows::register)) {
            assertThat(registrations).isNotNull();
            awaitRow("g h 1.0 8 0 0 f noop");
        }
        try (var heartbeats =
                consumer(
                        BrokerNames.HEARTBEAT_QUEUE,
                        WorkerParser::heartbeat,
                        m -> new SendingWorker(m.workerGroup(), m.instanceId()),
                        WorkerRows::seen)) {
            assertThat(heartbeats).isNotNull();
            awaitRow("g h 1.0 8 5 2 no room t noop");
        }
    }

    @Test
    void aGroupThatSignsIsListedByWhatIsSignedOnly() throws Exception {
        senders = SenderScene.checked(scene.database, "g=" + KEY);
        var channel = link.openChannel();
        Topology.declare(channel);
        var queue = BrokerNames.HEARTBEAT_QUEUE;
        var good = heartbeat("g", 1);
        channel.basicPublish("", queue, SenderScene.signed(queue, "g", instance, KEY, good), good);
        for (var forged : List.of(heartbeat("g", 7), heartbeat("other", 8))) {
            channel.basicPublish("", queue, null, forged);
            channel.basicPublish(
                    "", queue, SenderScene.signed(queue, "g", instance, KEY, good), forged);
        }

        try (var heartbeats =
                consumer(
                        queue,
                        WorkerParser::heartbeat,
                        m -> new SendingWorker(m.workerGroup(), m.instanceId()),
                        WorkerRows::seen)) {
            assertThat(heartbeats).isNotNull();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> SenderScene.refusals(scene.database, instance) == 3);
            awaitRow("g 0 1 0 f");
        }
    }

    /** Within one batch: all wait in the queue before anybody consumes. */
    @Test
    void aHeartbeatIsHeardAmongThoseOfAnotherGroupThatNamesTheSameInstance() throws Exception {
        var channel = link.openChannel();
        Topology.declare(channel);
        var queue = BrokerNames.HEARTBEAT_QUEUE;
        for (var expected : List.of(1, 2)) { // 1: the instance is new, 2: it is known
            for (var beat :
                    List.of(heartbeat("g", expected), heartbeat("other", 8), heartbeat(null, 9))) {
                channel.basicPublish("", queue, null, beat);
            }
            try (var heartbeats =
                    consumer(
                            queue,
                            WorkerParser::heartbeat,
                            m -> new SendingWorker(m.workerGroup(), m.instanceId()),
                            WorkerRows::seen)) {
                assertThat(heartbeats).isNotNull();
                awaitRow("g 0 " + expected + " 0 f");
            }
        }
    }

    private byte[] heartbeat(String group, int running) {
        return WireJson.write(
                new HeartbeatMessage(
                        instance, group, Instant.now(), running, 0, null, false, null));
    }

    private <M> WorkerConsumer<M> consumer(
            String queue,
            WorkerConsumer.Parser<M> parser,
            Function<M, SendingWorker> id,
            WorkerConsumer.Writer<M> writer) {
        return new WorkerConsumer<>(
                link,
                queue,
                scene.database,
                parser,
                id,
                writer,
                message -> {},
                senders,
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
