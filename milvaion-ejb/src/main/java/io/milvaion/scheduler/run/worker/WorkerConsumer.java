package io.milvaion.scheduler.run.worker;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import io.milvaion.platform.amqp.BatchConsumer;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.json.PoisonMessage;
import io.milvaion.platform.loop.Loop;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.run.inbox.Halving;
import io.milvaion.scheduler.run.inbox.Poison;
import io.milvaion.scheduler.run.inbox.Senders;
import io.milvaion.scheduler.run.inbox.SendingWorker;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Consumes one kind of message that workers send about themselves; of each sender the last of a
 * batch counts.
 *
 * @param <M> the message
 */
final class WorkerConsumer<M> implements AutoCloseable {

    private static final int MAX_MESSAGES = 500;

    /** Reads a message. */
    @FunctionalInterface
    interface Parser<M> {
        M parse(byte[] body) throws PoisonMessage;
    }

    /** Writes messages of different instances. */
    @FunctionalInterface
    interface Writer<M> {
        void write(Connection connection, Collection<M> messages) throws SQLException;
    }

    private final Database database;
    private final Parser<M> parser;
    private final Function<M, SendingWorker> stated;
    private final Writer<M> writer;
    private final Consumer<M> after;
    private final String queue;
    private final Senders senders;
    private final BatchConsumer consumer;

    /**
     * @param stated group and instance that a message names
     * @param after told of each message that is written
     */
    WorkerConsumer(
            BrokerLink link,
            String queue,
            Database database,
            Parser<M> parser,
            Function<M, SendingWorker> stated,
            Writer<M> writer,
            Consumer<M> after,
            Senders senders,
            ThreadFactory threads) {
        this.database = database;
        this.parser = parser;
        this.stated = stated;
        this.queue = queue;
        this.senders = senders;
        this.writer = writer;
        this.after = after;
        this.consumer = new BatchConsumer(link, queue, MAX_MESSAGES, this::handle, threads).start();
    }

    private void handle(List<Delivery> batch, Channel channel) throws Exception {
        var messages = new LinkedHashMap<SendingWorker, M>();
        var origin = new IdentityHashMap<M, Delivery>();
        var poison = new Poison(channel);
        for (Delivery delivery : batch) {
            poison.unless(
                    delivery,
                    () -> {
                        M message = parser.parse(delivery.getBody());
                        var sender = stated.apply(message);
                        if (senders.of(delivery, queue, null, sender, channel).isPresent()) {
                            messages.put(sender, message);
                            origin.put(message, delivery);
                        }
                    });
        }
        while (!messages.isEmpty()) {
            Halving.write(
                    oneOfEachInstance(messages),
                    this::write,
                    (message, cause) -> {
                        var delivery = origin.get(message);
                        poison.refused(delivery, delivery.getBody(), cause);
                    });
        }
        poison.send();
        senders.settle();
    }

    /** Takes them out: groups may name the same instance, and a statement writes a row once. */
    private static <M> List<M> oneOfEachInstance(Map<SendingWorker, M> messages) {
        var instances = new HashSet<String>();
        var taken = new ArrayList<M>();
        messages.entrySet()
                .removeIf(
                        sent ->
                                instances.add(sent.getKey().instance())
                                        && taken.add(sent.getValue()));
        return taken;
    }

    private void write(List<M> part) {
        database.transaction(
                connection -> {
                    writer.write(connection, part);
                    return null;
                });
        part.forEach(after);
    }

    Loop loop() {
        return consumer.loop();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
