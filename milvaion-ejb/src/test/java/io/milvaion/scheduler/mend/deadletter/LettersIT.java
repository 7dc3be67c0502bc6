package io.milvaion.scheduler.mend.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.ClaimField;
import io.milvaion.contract.OccurrenceState;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.DeadLetters;
import io.milvaion.platform.amqp.Topology;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.run.inbox.SenderScene;
import io.milvaion.scheduler.run.tracking.TrackingScene;
import io.milvaion.scheduler.service.Services;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LettersIT {

    private TrackingScene scene;
    private PoisonedRuns runs;
    private Letters letters;

    @BeforeEach
    void open() {
        scene = new TrackingScene();
        runs = new PoisonedRuns(scene.database, scene.redis, scene.tracker);
        letters = new Letters(scene.database);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whatComesThroughTheBrokerIsStoredWithItsReason() throws Exception {
        var marker = UUID.randomUUID().toString();
        try (BrokerLink link = Services.broker();
                var consumer =
                        new LetterConsumer(
                                link,
                                scene.database,
                                runs,
                                scene.heard,
                                new Metrics(),
                                SenderScene.unchecked(),
                                Executors.defaultThreadFactory())) {
            assertThat(consumer).isNotNull();
            var channel = link.openChannel();
            Topology.declare(channel);
            DeadLetters.send(channel, delivery(BrokerNames.LOG_QUEUE, bytes("{" + marker)), marker);

            var letter =
                    Awaitility.await()
                            .atMost(Duration.ofSeconds(30))
                            .until(
                                    () ->
                                            letters.list(
                                                    new LetterFilter(
                                                            null, marker, Reach.EVERYTHING),
                                                    null,
                                                    5),
                                    found -> found.size() == 1)
                            .get(0);
            assertThat(letter.queue()).isEqualTo("milvaion.logs");
            assertThat(letters.require(letter.id()).body()).isEqualTo(bytes("{" + marker));
            assertThat(letters.require(letter.id()).headers()).contains("x-milvaion-reason");
            assertThat(scene.events()).contains("deadletter.stored");
        }
    }

    @Test
    void onlyTheGroupOfARunSaysThatItsMessageCannotBeRead() throws Exception {
        var key = "a-key-of-the-group-signed-of-tests";
        var run = scene.run(scene.job(3, "retry"), Stage.READY);
        scene.execute("update occurrences set worker_group = 'signed' where id = ?", run);
        var routing = "signed.noop." + run;
        var instance = "w-" + UUID.randomUUID();
        try (BrokerLink link = Services.broker();
                var consumer =
                        new LetterConsumer(
                                link,
                                scene.database,
                                runs,
                                scene.heard,
                                new Metrics(),
                                SenderScene.checked(scene.database, "signed=" + key),
                                Executors.defaultThreadFactory())) {
            assertThat(consumer).isNotNull();
            var channel = link.openChannel();
            Topology.declare(channel);
            DeadLetters.send(
                    channel,
                    delivery(routing, bytes("nonsense")),
                    "forged",
                    (properties, destination, subject, body) ->
                            with(properties, destination, "x", instance, key, body));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> SenderScene.refusals(scene.database, instance) == 1);
            assertThat(scene.state(run)).isEqualTo("0/0#1");

            DeadLetters.send(
                    channel,
                    delivery(routing, bytes("nonsense")),
                    "no JSON",
                    (properties, destination, subject, body) ->
                            with(properties, destination, subject, instance, key, body));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> scene.state(run).equals("3#1"));
        }
    }

    private static AMQP.BasicProperties with(
            AMQP.BasicProperties properties,
            String destination,
            String subject,
            String instance,
            String key,
            byte[] body) {
        var headers = new HashMap<>(properties.getHeaders());
        headers.putAll(
                SenderScene.signed(destination, subject, "signed", instance, key, body)
                        .getHeaders());
        return properties.builder().headers(headers).build();
    }

    @Test
    void aPoisonJobMessageEndsTheRunThatWaitsForIt() {
        var run = scene.run(scene.job(3, "retry"), Stage.READY);

        handle(poison("noop." + run, bytes("nonsense"), "no JSON"));

        assertThat(scene.state(run)).isEqualTo("3#1");
        assertThat(scene.one("select error from occurrences where id = ?", run))
                .isEqualTo("poison message: no JSON");
        assertThat(scene.one("select cause from failed_occurrences where occurrence_id = ?", run))
                .isEqualTo("poison");
        assertThat(scene.redis.pool().get(scene.redis.keys().cancel(run))).isNotBlank();
        assertThat(scene.isOpen(run)).isFalse();
        assertThat(scene.one("select message from occurrence_logs where occurrence_id = ?", run))
                .contains("No worker can read its message", "no JSON");
    }

    @Test
    void aRunThatHasGoneOnIsLeftAlone() {
        var job = scene.job(3, "retry");
        var retried = scene.run(job, Stage.READY);
        scene.failed(retried, 1, "E", "x", false);
        var running = scene.run(job, Stage.READY);
        scene.ended(running, 1, OccurrenceState.RUNNING);
        var later = scene.run(job, Stage.READY);
        scene.execute("update occurrences set attempt = 2 where id = ?", later);
        var claimed = scene.run(job, Stage.READY);
        scene.claim(claimed, 1, ClaimField.RECEIVED, 20);

        for (var run : List.of(retried, running, later, claimed)) {
            handle(poison("noop." + run, body(run, 1), "unknown code"));
        }

        assertThat(scene.state(retried)).isEqualTo("0/2#2");
        assertThat(scene.state(running)).isEqualTo("1#1");
        assertThat(scene.state(later)).isEqualTo("0/0#2");
        assertThat(scene.state(claimed)).isEqualTo("0/0#1");
    }

    @Test
    void theClaimOfAnEarlierAttemptKeepsNoPoisonFromItsRun() {
        var run = scene.run(scene.job(3, "retry"), Stage.READY);
        scene.execute("update occurrences set attempt = 2 where id = ?", run);
        scene.claim(run, 1, ClaimField.DONE, 20);

        handle(poison("noop." + run, body(run, 2), "unknown code"));

        assertThat(scene.state(run)).isEqualTo("3#2");
    }

    @Test
    void aPoisonReportIsALineInTheLogOnce() {
        var run = scene.run(scene.job(3, "retry"), Stage.READY);
        var report =
                poison(
                        BrokerNames.STATUS_QUEUE,
                        bytes("{\"reports\":[{\"occurrenceId\":\"" + run + "\",\"state\":99}]}"),
                        "unknown code 99");

        handle(report);
        handle(report);

        assertThat(scene.state(run)).isEqualTo("0/0#1");
        assertThat(
                        scene.list(
                                "select level || ' ' || message from occurrence_logs"
                                        + " where occurrence_id = ?",
                                run))
                .containsExactly(
                        "WARN A message from its worker could not be handled and went to the dead"
                                + " letters: unknown code 99");
        assertThat(scene.one("select count(*) from dead_letters where occurrence_id = ?", run))
                .isEqualTo("1");
    }

    @Test
    void anythingCanBeStored() {
        var marker = UUID.randomUUID().toString();
        var big = new byte[3 << 20];
        big[0] = 0;
        big[1] = (byte) 0xff;

        handle(poison("a\u0000b", big, marker + " \u0000 \ud800 " + "x".repeat(10_000)));
        handle(
                LetterReader.read(
                        new Delivery(
                                new Envelope(1, false, "", ""),
                                new AMQP.BasicProperties.Builder().build(),
                                new byte[0])));
        handle(
                LetterReader.read(
                        new Delivery(
                                new Envelope(1, false, "", marker),
                                new AMQP.BasicProperties.Builder()
                                        .headers(
                                                Map.of(
                                                        "x-death",
                                                        List.of(
                                                                Map.of(
                                                                        "queue",
                                                                        marker,
                                                                        "reason",
                                                                        "rejected",
                                                                        "routing-keys",
                                                                        List.of("k"))),
                                                        "many",
                                                        "y".repeat(100_000)))
                                        .build(),
                                bytes("{}"))));

        var found = letters.list(new LetterFilter(null, marker, Reach.EVERYTHING), null, 5);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).bodyBytes()).isEqualTo(3 << 20);
        assertThat(letters.require(found.get(0).id()).body()).hasSize(1 << 20);
        var byBroker = letters.list(new LetterFilter(marker, null, Reach.EVERYTHING), null, 5);
        assertThat(byBroker).hasSize(1);
        assertThat(byBroker.get(0).reason()).isEqualTo("the broker dead-lettered it: rejected");
        assertThat(byBroker.get(0).routingKey()).isEqualTo("k");
    }

    @Test
    void lettersAreDeletedOneByOneOrByFilter() {
        var queue = "jobs." + UUID.randomUUID().toString().substring(0, 8) + ".wildcard";
        for (int i = 0; i < 5; i++) {
            var key = queue.replace("jobs.", "").replace("wildcard", "") + UUID.randomUUID();
            handle(poison(key, bytes("x" + i), "reason " + i));
        }
        var all = letters.list(new LetterFilter(queue, null, Reach.EVERYTHING), null, 10);
        assertThat(all).hasSize(5);
        assertThat(
                        letters.list(
                                new LetterFilter(queue, null, Reach.EVERYTHING),
                                all.get(3).id(),
                                10))
                .hasSize(1);

        letters.delete(all.get(0).id(), any -> true);

        assertThatThrownBy(() -> letters.require(all.get(0).id()))
                .isInstanceOf(NotFound.class)
                .extracting("what")
                .isEqualTo(NotFound.What.DEAD_LETTER);
        assertThatThrownBy(() -> letters.delete(all.get(0).id(), any -> true))
                .isInstanceOf(NotFound.class)
                .extracting("what")
                .isEqualTo(NotFound.What.DEAD_LETTER);
        assertThat(letters.deleteAll(new LetterFilter(queue, null, Reach.EVERYTHING)))
                .isEqualTo(new Progress(4, true));
    }

    private void handle(Letter letter) {
        scene.database.transaction(c -> LetterRows.save(c, List.of(letter)));
        runs.end(List.of(letter));
    }

    private static Letter poison(String routingKey, byte[] body, String reason) {
        return LetterReader.read(
                new Delivery(
                        new Envelope(1, false, BrokerNames.DEAD_LETTER_EXCHANGE, ""),
                        new AMQP.BasicProperties.Builder()
                                .headers(
                                        Map.of(
                                                BrokerNames.REASON_HEADER,
                                                reason,
                                                BrokerNames.ROUTING_KEY_HEADER,
                                                routingKey))
                                .build(),
                        body));
    }

    private static Delivery delivery(String routingKey, byte[] body) {
        return new Delivery(
                new Envelope(1, false, "", routingKey),
                new AMQP.BasicProperties.Builder().build(),
                body);
    }

    private static byte[] body(UUID run, int attempt) {
        return bytes("{\"occurrenceId\":\"" + run + "\",\"attempt\":" + attempt + "}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
