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
    private final BatchConsumer consumer;

    LetterConsumer(
            BrokerLink link,
            Database database,
            PoisonedRuns runs,
            LiveEvents events,
            Metrics metrics,
            ThreadFactory threads) {
        this.database = database;
        this.runs = runs;
        this.events = events;
        this.metrics = metrics;
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
        runs.end(letters);
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
