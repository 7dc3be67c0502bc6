package io.milvaion.scheduler.run.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.LogMessage;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.contract.StatusMessage;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.Topology;
import io.milvaion.platform.json.WireJson;
import io.milvaion.scheduler.run.inbox.SenderScene;
import io.milvaion.scheduler.run.inbox.Senders;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that is pinned to a group which signs. */
class SignedReportsIT {

    private static final String KEY = "a-key-of-the-group-signed-of-tests";
    private static final String STATUS = BrokerNames.STATUS_QUEUE;
    private static final String LOGS = BrokerNames.LOG_QUEUE;

    private final String instance = "w-" + UUID.randomUUID();
    private TrackingScene scene;
    private BrokerLink link;
    private Channel channel;
    private Senders senders;
    private UUID run;

    @BeforeEach
    void open() throws Exception {
        scene = new TrackingScene();
        link = Services.broker();
        channel = link.openChannel();
        Topology.declare(channel);
        senders = SenderScene.checked(scene.database, "signed=" + KEY);
        run = scene.run(scene.job(0, "retry"), Stage.READY);
        scene.execute("update occurrences set worker_group = 'signed' where id = ?", run);
    }

    @AfterEach
    void close() {
        link.close();
        scene.close();
    }

    @Test
    void onlyWhatItsGroupHasSignedChangesIt() throws Exception {
        var failed = report("signed", OccurrenceState.FAILED);
        send(STATUS, null, failed);
        send(STATUS, null, report("other", OccurrenceState.FAILED));
        send(STATUS, null, report(null, OccurrenceState.FAILED));
        send(STATUS, SenderScene.signed(STATUS, "signed", instance, KEY + "x", failed), failed);
        send(STATUS, SenderScene.signed(LOGS, "signed", instance, KEY, failed), failed);
        var running = report("signed", OccurrenceState.RUNNING);
        send(STATUS, SenderScene.signed(STATUS, "signed", instance, KEY, running), running);

        try (var consumer = scene.consume(link, senders)) {
            assertThat(consumer).isNotNull();
            await().atMost(Duration.ofSeconds(20)).until(() -> scene.state(run).equals("1#1"));
            await().until(() -> SenderScene.refusals(scene.database, instance) == 5);
            var completed = report("signed", OccurrenceState.COMPLETED);
            send(STATUS, SenderScene.signed(STATUS, "signed", instance, KEY, completed), completed);
            await().atMost(Duration.ofSeconds(20)).until(() -> scene.state(run).equals("2#1"));
        }
        assertThat(
                        scene.list(
                                """
                                select worker_group || ' ' || reason || ' ' || count
                                  from refused_senders where instance_id = ? order by 1""",
                                instance))
                .containsExactly(
                        " foreign 1", "other foreign 1", "signed forged 2", "signed unsigned 1");
    }

    @Test
    void itsLogTakesNoLinesOfOthers() throws Exception {
        var forged = line("forged");
        send(LOGS, null, forged);
        send(LOGS, SenderScene.signed(STATUS, "signed", instance, KEY, forged), forged);
        var good = line("written by its worker");
        send(LOGS, SenderScene.signed(LOGS, "signed", instance, KEY, good), good);

        try (var consumer = scene.consumeLogs(link, senders)) {
            assertThat(consumer).isNotNull();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> SenderScene.refusals(scene.database, instance) == 2);
            await().untilAsserted(
                            () ->
                                    assertThat(
                                                    scene.list(
                                                            """
                                                            select message from occurrence_logs
                                                             where occurrence_id = ?""",
                                                            run))
                                            .containsExactly("written by its worker"));
        }
    }

    private void send(String queue, AMQP.BasicProperties properties, byte[] body) throws Exception {
        channel.basicPublish("", queue, properties, body);
    }

    private byte[] report(String group, OccurrenceState state) {
        var now = Instant.now();
        return WireJson.write(
                new StatusMessage(
                        instance,
                        group,
                        List.of(
                                new StatusMessage.Report(
                                        run, 1, state, now, now, now, 5L, null, null, null, null,
                                        null, false, null, null, null))));
    }

    private byte[] line(String message) {
        return WireJson.write(
                new LogMessage(
                        instance,
                        List.of(
                                new LogMessage.Line(
                                        run,
                                        1,
                                        message.length(),
                                        Instant.now(),
                                        "INFO",
                                        message))));
    }
}
