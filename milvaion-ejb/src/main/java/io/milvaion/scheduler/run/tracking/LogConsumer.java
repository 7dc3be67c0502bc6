package io.milvaion.scheduler.run.tracking;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import io.milvaion.contract.BrokerNames;
import io.milvaion.contract.LogMessage;
import io.milvaion.contract.LogMessage.Line;
import io.milvaion.platform.amqp.BatchConsumer;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.json.WireJson;
import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.event.LiveEvents;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.run.inbox.Halving;
import io.milvaion.scheduler.run.inbox.Poison;
import io.milvaion.scheduler.run.inbox.Portions;
import io.milvaion.scheduler.run.inbox.Senders;
import io.milvaion.scheduler.run.inbox.SendingWorker;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Consumes {@code milvaion.logs}: every node does. A line that comes twice is stored once; lines of
 * occurrences that are gone are stored all the same and go with their day.
 */
final class LogConsumer implements AutoCloseable {

    private static final int MAX_MESSAGES = 200;
    private static final int MAX_LINES = 5_000;

    private final Database database;
    private final LiveEvents events;
    private final Senders senders;
    private final BatchConsumer consumer;

    LogConsumer(
            BrokerLink link,
            Database database,
            LiveEvents events,
            Senders senders,
            ThreadFactory threads) {
        this.database = database;
        this.events = events;
        this.senders = senders;
        this.consumer =
                new BatchConsumer(link, BrokerNames.LOG_QUEUE, MAX_MESSAGES, this::handle, threads)
                        .start();
    }

    private void handle(List<Delivery> batch, Channel channel) throws Exception {
        var lines = new ArrayList<Line>();
        var origin = new IdentityHashMap<Line, Delivery>();
        var senderOf = new IdentityHashMap<Delivery, SendingWorker>();
        var poison = new Poison(channel);
        for (Delivery delivery : batch) {
            poison.unless(
                    delivery,
                    () -> {
                        var message = LogParser.parse(delivery.getBody());
                        var stated = new SendingWorker(null, message.instanceId());
                        var sender =
                                senders.of(delivery, BrokerNames.LOG_QUEUE, null, stated, channel);
                        if (sender.isPresent()) {
                            senderOf.put(delivery, sender.get());
                            lines.addAll(message.lines());
                            message.lines().forEach(line -> origin.put(line, delivery));
                        }
                    });
        }
        senders.keepOwn(lines, line -> senderOf.get(origin.get(line)), Line::occurrenceId);
        for (var portion : Portions.of(lines, MAX_LINES, line -> 100L + line.message().length())) {
            Halving.write(
                    portion,
                    this::store,
                    (line, cause) -> poison.refused(origin.get(line), bodyOf(line), cause));
        }
        poison.send();
        senders.settle();
    }

    private void store(List<Line> lines) {
        database.transaction(c -> LogRows.insert(c, lines));
        for (var line : lines) {
            events.publish(LogEvents.added(line));
        }
    }

    private static byte[] bodyOf(Line line) {
        return WireJson.write(new LogMessage(null, List.of(line)));
    }

    Loop loop() {
        return consumer.loop();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
