package io.milvaion.scheduler.run.verify;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.VerdictMessage;
import io.milvaion.contract.VerdictMessage.Answer;
import io.milvaion.contract.VerifyMessage;
import io.milvaion.contract.VerifyMessage.Question;
import io.milvaion.platform.amqp.BatchConsumer;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.json.WireJson;
import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.run.inbox.Poison;
import io.milvaion.scheduler.run.inbox.Senders;
import io.milvaion.scheduler.run.inbox.SendingWorker;
import io.milvaion.scheduler.run.inbox.UnknownRuns;
import io.milvaion.scheduler.state.index.AttemptKey;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadFactory;

/** Consumes {@code milvaion.verify}: every node does. */
final class VerifyConsumer implements AutoCloseable {

    private static final int MAX_MESSAGES = 20;
    private static final int MAX_QUESTIONS = 1_000;

    private final Database database;
    private final UnknownRuns unknownRuns;
    private final Senders senders;
    private final BatchConsumer consumer;

    VerifyConsumer(
            BrokerLink link,
            Database database,
            UnknownRuns unknownRuns,
            Senders senders,
            ThreadFactory threads) {
        this.database = database;
        this.unknownRuns = unknownRuns;
        this.senders = senders;
        this.consumer =
                new BatchConsumer(
                                link, BrokerNames.VERIFY_QUEUE, MAX_MESSAGES, this::handle, threads)
                        .start();
    }

    private void handle(List<Delivery> batch, Channel channel) throws Exception {
        var asked = new LinkedHashMap<Delivery, List<Question>>();
        var questions = new HashSet<Question>();
        var poison = new Poison(channel);
        for (Delivery delivery : batch) {
            poison.unless(
                    delivery,
                    () -> {
                        var read = questions(delivery);
                        if (isHeard(delivery, read.instanceId(), channel)) {
                            asked.put(delivery, read.questions());
                            questions.addAll(read.questions());
                        }
                    });
        }
        if (!questions.isEmpty()) {
            var found = database.autocommit(c -> WaitingRuns.among(c, questions));
            for (var each : asked.entrySet()) {
                answer(each.getKey(), each.getValue(), found.waiting(), channel);
                forget(each.getKey(), each.getValue(), found.known(), poison);
            }
        }
        poison.send();
        senders.settle();
    }

    private boolean isHeard(Delivery delivery, String instance, Channel channel) {
        return senders.of(
                        delivery,
                        BrokerNames.VERIFY_QUEUE,
                        delivery.getProperties().getReplyTo(),
                        new SendingWorker(null, instance),
                        channel)
                .isPresent();
    }

    private static VerifyMessage questions(Delivery delivery) throws PoisonMessage {
        if (delivery.getProperties().getReplyTo() == null) {
            throw new PoisonMessage("a question without reply_to", null);
        }
        var message = WireJson.read(delivery.getBody(), VerifyMessage.class);
        var questions = message.questions();
        if (questions == null || questions.isEmpty() || questions.size() > MAX_QUESTIONS) {
            throw new PoisonMessage(
                    "a verify message must have 1 to %,d questions".formatted(MAX_QUESTIONS), null);
        }
        for (Question question : questions) {
            if (question == null || question.occurrenceId() == null || question.attempt() < 1) {
                throw new PoisonMessage("a question about no attempt: " + question, null);
            }
        }
        return message;
    }

    /** Their messages are acknowledged by workers, so the questions are what is kept of them. */
    private void forget(
            Delivery delivery, List<Question> questions, Set<Question> known, Poison poison) {
        var unknown = questions.stream().filter(question -> !known.contains(question)).toList();
        if (!unknown.isEmpty()) {
            unknownRuns.forget(
                    unknown.stream()
                            .map(q -> new AttemptKey(q.occurrenceId(), q.attempt()))
                            .toList());
            poison.refused(
                    delivery, WireJson.write(new VerifyMessage(null, unknown)), UnknownRuns.REASON);
        }
    }

    private static void answer(
            Delivery delivery, List<Question> questions, Set<Question> waiting, Channel channel)
            throws IOException {
        var asked = delivery.getProperties();
        var properties =
                new AMQP.BasicProperties.Builder()
                        .contentType("application/json")
                        .correlationId(asked.getCorrelationId())
                        .build();
        var answers =
                questions.stream()
                        .map(q -> new Answer(q.occurrenceId(), q.attempt(), waiting.contains(q)))
                        .toList();
        channel.basicPublish(
                "", asked.getReplyTo(), properties, WireJson.write(new VerdictMessage(answers)));
    }

    Loop loop() {
        return consumer.loop();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
