package io.milvaion.scheduler.run.tracking;

import static io.milvaion.contract.OccurrenceState.COMPLETED;
import static io.milvaion.contract.OccurrenceState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.LogMessage;
import io.milvaion.contract.StatusMessage;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.Topology;
import io.milvaion.platform.json.WireJson;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusConsumerIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private TrackingScene scene;
    private BrokerLink link;
    private Channel channel;

    @BeforeEach
    void open() throws Exception {
        scene = new TrackingScene();
        link = Services.broker();
        channel = link.openChannel();
        Topology.declare(channel);
        channel.queuePurge(BrokerNames.DEAD_LETTER_QUEUE);
    }

    @AfterEach
    void close() {
        link.close();
        scene.close();
    }

    @Test
    void poisonInTheMiddleOfABatchStopsNothing() throws Exception {
        var job = scene.job(null, "retry");
        var runs = new ArrayList<UUID>();
        for (int i = 0; i < 20; i++) {
            var run = scene.run(job, Stage.READY);
            runs.add(run);
            send(BrokerNames.STATUS_QUEUE, message(Reports.of(run, 1, COMPLETED)));
            if (i == 7) {
                send(BrokerNames.STATUS_QUEUE, "{\"reports\":[{]}");
                send(
                        BrokerNames.STATUS_QUEUE,
                        "{\"reports\":[{\"occurrenceId\":\"%s\",\"attempt\":1,\"state\":99}]}"
                                .formatted(run));
            }
        }

        try (var consumer = scene.consume(link)) {
            assertThat(consumer).isNotNull();
            await().atMost(LIMIT)
                    .untilAsserted(
                            () ->
                                    assertThat(runs)
                                            .allSatisfy(
                                                    run ->
                                                            assertThat(scene.state(run))
                                                                    .isEqualTo("2#1")));
            assertThat(deadLetters(2))
                    .anySatisfy(reason -> assertThat(reason).contains("not a StatusMessage"))
                    .anySatisfy(reason -> assertThat(reason).contains("occurrence state: 99"));
        }
    }

    @Test
    void howARunEndedThatPostgresqlDoesNotKnowIsADeadLetterAndNothingOfItStays() throws Exception {
        var known = scene.run(scene.job(null, "retry"), Stage.READY);
        var unknown = UUID.randomUUID();
        var running = UUID.randomUUID();
        scene.index.opened(List.of(unknown, running), Instant.now());
        send(BrokerNames.STATUS_QUEUE, message(Reports.of(running, 1, RUNNING)));
        send(BrokerNames.STATUS_QUEUE, message(Reports.of(unknown, 2, COMPLETED)));
        send(BrokerNames.STATUS_QUEUE, message(Reports.of(known, 1, COMPLETED)));

        try (var consumer = scene.consume(link)) {
            assertThat(consumer).isNotNull();
            assertThat(deadLetters(1))
                    .singleElement()
                    .asString()
                    .contains("PostgreSQL does not know the run");
            await().atMost(LIMIT).until(() -> scene.state(known).equals("2#1"));
            await().atMost(LIMIT).until(() -> !scene.isOpen(unknown) && !scene.isOpen(running));
            assertThat(channel.messageCount(BrokerNames.DEAD_LETTER_QUEUE)).isZero();
        }
    }

    @Test
    void aLineThatComesTwiceIsStoredOnce() throws Exception {
        var run = UUID.randomUUID();
        var line = new LogMessage.Line(run, 1, 1, Reports.STARTED, "INFO", "a\0b");
        var last = new LogMessage.Line(run, 1, 2, Reports.STARTED, "WARN", "last");
        send(BrokerNames.LOG_QUEUE, WireJson.write(new LogMessage("w-1", List.of(line))));
        send(BrokerNames.LOG_QUEUE, "not json");
        send(BrokerNames.LOG_QUEUE, WireJson.write(new LogMessage("w-1", List.of(line, last))));

        try (var consumer = scene.consumeLogs(link)) {
            assertThat(consumer).isNotNull();
            await().atMost(LIMIT)
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    scene.list(
                                                            """
                                                            select level || ' ' || message
                                                              from occurrence_logs
                                                             where occurrence_id = ? order by seq""",
                                                            run))
                                            .containsExactly("INFO a\uFFFDb", "WARN last"));
            assertThat(deadLetters(1)).hasSize(1);
            assertThat(scene.events()).contains("log.line");
        }
    }

    private static byte[] message(Reported reported) {
        return WireJson.write(new StatusMessage("w-1", null, List.of(reported.report())));
    }

    private void send(String queue, String body) throws Exception {
        send(queue, body.getBytes(StandardCharsets.UTF_8));
    }

    private void send(String queue, byte[] body) throws Exception {
        channel.basicPublish("", queue, null, body);
    }

    private List<String> deadLetters(int count) {
        var reasons = new ArrayList<String>();
        await().atMost(LIMIT)
                .until(
                        () -> {
                            GetResponse letter =
                                    channel.basicGet(BrokerNames.DEAD_LETTER_QUEUE, true);
                            if (letter != null) {
                                reasons.add(
                                        letter.getProps()
                                                .getHeaders()
                                                .get(BrokerNames.REASON_HEADER)
                                                .toString());
                            }
                            return reasons.size() == count;
                        });
        return reasons;
    }
}
