package io.milvaion.scheduler.mend.deadletter;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import io.milvaion.contract.BrokerNames;
import io.milvaion.platform.amqp.BatchConsumer;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.log.QuietLog;
import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.metric.Metrics;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.run.inbox.Halving;
import io.milvaion.scheduler.run.inbox.Senders;
import io.milvaion.scheduler.run.inbox.SendingWorker;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Drains {@code milvaion.dlq} into the database: every node does. The package description says in
 * what order.
 */
final class LetterConsumer implements AutoCloseable {

    private static final QuietLog QUIET = QuietLog.of(LetterConsumer.class);

    /** Few, because each may be large. */
    private static final int MAX_MESSAGES = 10;

    private final Database database;
    private final PoisonedRuns runs;
    private final LiveEvents events;
    private final Metrics metrics;
    private final Senders senders;
    private final BatchConsumer consumer;

    LetterConsumer(
            BrokerLink link,
            Database database,
            PoisonedRuns runs,
            LiveEvents events,
            Metrics metrics,
            Senders senders,
            ThreadFactory threads) {
        this.database = database;
        this.runs = runs;
        this.events = events;
        this.metrics = metrics;
        this.senders = senders;
        this.consumer =
                new BatchConsumer(
                                link,
                                BrokerNames.DEAD_LETTER_QUEUE,
                                MAX_MESSAGES,
                                this::handle,
                                threads)
                        .start();
    }

    private void handle(List<Delivery> batch, Channel channel) throws Exception {
        var letters = batch.stream().map(LetterReader::read).toList();
        Halving.write(
                letters,
                this::store,
                (letter, cause) -> {
                    QUIET.log(
                            System.Logger.Level.WARNING,
                            "a dead letter is stored without its content: {0}",
                            cause.getMessage());
                    store(List.of(letter.bare(cause.sqlState())));
                });
        runs.end(heard(letters, batch, channel));
        senders.settle();
    }

    /** Those job messages whose sender may end their run; all letters are stored. */
    private List<Letter> heard(List<Letter> letters, List<Delivery> batch, Channel channel) {
        var senderOf = new IdentityHashMap<Letter, SendingWorker>();
        for (int i = 0; i < letters.size(); i++) {
            var letter = letters.get(i);
            if (PoisonedRuns.isAboutOneRun(letter)) {
                senders.of(
                                batch.get(i),
                                BrokerNames.DEAD_LETTER_EXCHANGE,
                                letter.routingKey(),
                                new SendingWorker(null, null),
                                channel)
                        .ifPresent(sender -> senderOf.put(letter, sender));
            }
        }
        var heard = new ArrayList<>(senderOf.keySet());
        senders.keepOwn(heard, senderOf::get, Letter::occurrenceId);
        return heard;
    }

    private void store(List<Letter> letters) {
        for (var letter : database.transaction(c -> LetterRows.save(c, letters))) {
            metrics.poison(letter.isJobMessage() ? "jobs" : letter.queue());
            events.publish(
                    LetterEvents.stored(letter.queue(), letter.reason(), letter.occurrenceId()));
        }
    }

    Loop loop() {
        return consumer.loop();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
