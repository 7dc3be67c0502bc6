package io.milvaion.scheduler.run.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.VerdictMessage;
import io.milvaion.contract.VerdictMessage.Answer;
import io.milvaion.contract.VerifyMessage;
import io.milvaion.contract.VerifyMessage.Question;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.Topology;
import io.milvaion.platform.json.WireJson;
import io.milvaion.scheduler.run.inbox.SenderScene;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyConsumerIT {

    private TrackingScene scene;
    private BrokerLink link;
    private Channel channel;
    private VerifyConsumer consumer;
    private String replies;

    @BeforeEach
    void open() throws Exception {
        scene = new TrackingScene();
        link = Services.broker();
        channel = link.openChannel();
        Topology.declare(channel);
        channel.queuePurge(BrokerNames.DEAD_LETTER_QUEUE);
        replies = channel.queueDeclare("", false, true, true, null).getQueue();
        consumer =
                new VerifyConsumer(
                        link,
                        scene.database,
                        scene.unknownRuns(),
                        SenderScene.unchecked(),
                        Executors.defaultThreadFactory());
    }

    @AfterEach
    void close() {
        consumer.close();
        link.close();
        scene.close();
    }

    @Test
    void onlyARunThatWaitsWithExactlyThisAttemptIsToBeRun() throws Exception {
        var job = scene.job(null, "retry");
        var ready = scene.run(job, Stage.READY);
        var held = scene.run(job, Stage.HELD);
        var backoff = scene.run(job, Stage.BACKOFF);
        var running = scene.run(job, Stage.READY);
        scene.execute("update occurrences set state = 1, stage = null where id = ?", running);
        var ended = scene.run(job, Stage.READY);
        scene.execute(
                "update occurrences set state = 2, stage = null, ended_at = now() where id = ?",
                ended);
        var unknown = UUID.randomUUID();

        ask(
                "c1",
                new Question(ready, 1),
                new Question(ready, 2),
                new Question(held, 1),
                new Question(backoff, 1),
                new Question(running, 1),
                new Question(ended, 1),
                new Question(unknown, 1));

        var reply = reply();
        assertThat(reply.getProps().getCorrelationId()).isEqualTo("c1");
        assertThat(WireJson.read(reply.getBody(), VerdictMessage.class).answers())
                .containsExactly(
                        new Answer(ready, 1, true),
                        new Answer(ready, 2, false),
                        new Answer(held, 1, false),
                        new Answer(backoff, 1, false),
                        new Answer(running, 1, false),
                        new Answer(ended, 1, false),
                        new Answer(unknown, 1, false));
    }

    @Test
    void aQuestionThatCannotBeReadGoesToTheDeadLettersAndTheNextIsAnswered() throws Exception {
        var run = UUID.randomUUID();
        send(replies, "no json");
        send(replies, "{\"questions\":[{\"occurrenceId\":\"" + run + "\",\"attempt\":\"x\"}]}");
        send(replies, "{\"questions\":[{\"occurrenceId\":\"" + run + "\",\"attempt\":0}]}");
        send(replies, "{\"questions\":[null]}");
        send(replies, "{\"questions\":[]}");
        send(null, "{\"questions\":[{\"occurrenceId\":\"" + run + "\",\"attempt\":1}]}");
        send("gone", "{\"questions\":[{\"occurrenceId\":\"" + run + "\",\"attempt\":1}]}");

        ask("c2", new Question(run, 1));

        assertThat(reply().getProps().getCorrelationId()).isEqualTo("c2");
        var reasons = new ArrayList<String>();
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            var dead = channel.basicGet(BrokerNames.DEAD_LETTER_QUEUE, true);
                            if (dead != null) {
                                reasons.add(
                                        dead.getProps()
                                                .getHeaders()
                                                .get(BrokerNames.REASON_HEADER)
                                                .toString());
                            }
                            return reasons.size() == 6;
                        });
        assertThat(reasons).anyMatch(reason -> reason.contains("reply_to"));
    }

    @Test
    void aRunThatPostgresqlDoesNotKnowIsRefusedKeptAsADeadLetterAndForgotten() throws Exception {
        var job = scene.job(null, "retry");
        var known = scene.run(job, Stage.READY);
        var unknown = UUID.randomUUID();
        scene.index.register(
                Map.of(
                        new AttemptKey(unknown, 3), Instant.EPOCH,
                        new AttemptKey(known, 1), Instant.EPOCH));

        ask("c3", new Question(known, 1), new Question(unknown, 3), new Question(known, 2));

        assertThat(WireJson.read(reply().getBody(), VerdictMessage.class).answers())
                .contains(new Answer(known, 1, true), new Answer(unknown, 3, false));
        var dead = await().until(() -> deadLetter(unknown), Objects::nonNull);
        assertThat(dead.getProps().getHeaders().get(BrokerNames.REASON_HEADER).toString())
                .contains("PostgreSQL does not know the run");
        assertThat(WireJson.read(dead.getBody(), VerifyMessage.class).questions())
                .containsExactly(new Question(unknown, 3));
        assertThat(scene.isOpen(unknown)).isFalse();
        assertThat(scene.isOpen(known)).isTrue();
        assertThat(scene.redis.pool().zrange(scene.redis.keys().ready(), 0, -1))
                .containsExactly(known + ":1");
    }

    /** Takes dead letters until one is about this run. */
    private GetResponse deadLetter(UUID run) throws IOException {
        var letter = channel.basicGet(BrokerNames.DEAD_LETTER_QUEUE, true);
        while (letter != null && !new String(letter.getBody(), UTF_8).contains(run.toString())) {
            letter = channel.basicGet(BrokerNames.DEAD_LETTER_QUEUE, true);
        }
        return letter;
    }

    private void ask(String correlation, Question... questions) throws Exception {
        channel.basicPublish(
                "",
                BrokerNames.VERIFY_QUEUE,
                new AMQP.BasicProperties.Builder()
                        .replyTo(replies)
                        .correlationId(correlation)
                        .build(),
                WireJson.write(new VerifyMessage("w", List.of(questions))));
    }

    private void send(String replyTo, String body) throws Exception {
        channel.basicPublish(
                "",
                BrokerNames.VERIFY_QUEUE,
                new AMQP.BasicProperties.Builder().replyTo(replyTo).build(),
                body.getBytes(UTF_8));
    }

    private GetResponse reply() {
        var found = new AtomicReference<GetResponse>();
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            found.set(channel.basicGet(replies, true));
                            return found.get() != null;
                        });
        return found.get();
    }
}
