package io.milvaion.platform.amqp;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import io.milvaion.platform.failpoint.Failpoint;
import io.milvaion.platform.log.QuietLog;
import io.milvaion.platform.loop.Loop;
import io.milvaion.platform.loop.Work;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Consumes one queue in batches on one thread, for as long as it is open: a batch is what has
 * arrived while the last one was handled, or a little longer, and it is acknowledged as a whole
 * after the handler has returned. When the handler throws or the channel breaks, the unacknowledged
 * messages come again on a new channel after a pause; nothing is rejected.
 */
public final class BatchConsumer implements AutoCloseable {

    /** Handles the messages of a batch in the order in which they arrived. */
    @FunctionalInterface
    public interface Handler {

        /**
         * @param channel the channel of this consumer, for dead letters
         * @throws Exception to have the whole batch delivered again after a pause
         */
        void handle(List<Delivery> batch, Channel channel) throws Exception;
    }

    private static final QuietLog QUIET = QuietLog.of(BatchConsumer.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration BATCH_IN_HAND = Duration.ofSeconds(10);

    private final BrokerLink link;
    private final String queue;
    private final int maxBatch;
    private final Handler handler;
    private final LongSupplier gatherMillis;
    private final ThreadFactory threads;
    private final Loop loop;
    private final CountDownLatch ending = new CountDownLatch(1);
    private volatile boolean consuming;

    /**
     * @param queue a queue of {@link Topology}
     * @param maxBatch messages in a batch at most; twice as many are held unacknowledged
     */
    public BatchConsumer(
            BrokerLink link, String queue, int maxBatch, Handler handler, ThreadFactory threads) {
        this(link, queue, maxBatch, handler, () -> 0, threads);
    }

    /**
     * @param queue a queue of {@link Topology}
     * @param maxBatch messages in a batch at most; twice as many are held unacknowledged
     * @param gatherMillis how long to wait for more when a first message has come; asked before
     *     each batch, on the thread that handles them
     */
    public BatchConsumer(
            BrokerLink link,
            String queue,
            int maxBatch,
            Handler handler,
            LongSupplier gatherMillis,
            ThreadFactory threads) {
        this.link = link;
        this.queue = queue;
        this.maxBatch = maxBatch;
        this.handler = handler;
        this.gatherMillis = gatherMillis;
        this.threads = threads;
        this.loop = new Loop("consumer of " + queue, Duration.ZERO, new Consuming());
    }

    public BatchConsumer start() {
        loop.start(threads);
        return this;
    }

    /** Its thread; ends after the batch in hand. */
    public Loop loop() {
        return loop;
    }

    /** Whether the queue is being consumed now, that is: the broker is there. */
    public boolean consuming() {
        return consuming;
    }

    private final class Consuming implements Work {

        /** Consumes until the channel breaks. */
        @Override
        public Duration step() throws InterruptedException {
            try {
                consumeUntilItBreaks();
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) { // whatever the handler throws: the messages come again
                warn(e);
            } finally {
                consuming = false;
            }
            return PAUSE;
        }

        @Override
        public void unblock() {
            ending.countDown();
        }
    }

    private boolean ends() {
        return ending.getCount() == 0;
    }

    private void warn(Exception e) {
        if (!ends()) {
            QUIET.log(
                    System.Logger.Level.WARNING,
                    "consuming {0} was interrupted and goes on when it can: {1}",
                    queue,
                    e);
        }
    }

    private void consumeUntilItBreaks() throws Exception {
        Channel channel = link.openChannel();
        try {
            Topology.declare(channel);
            var arrivals = new Arrivals(channel);
            consuming = true;
            while (!ends()) {
                Delivery first = arrivals.next();
                if (first != null) {
                    ending.await(gatherMillis.getAsLong(), TimeUnit.MILLISECONDS);
                    List<Delivery> batch = arrivals.with(first);
                    handler.handle(batch, channel);
                    channel.basicAck(
                            batch.get(batch.size() - 1).getEnvelope().getDeliveryTag(), true);
                    Failpoint.reach("after-ack");
                }
            }
        } finally {
            channel.abort();
        }
    }

    /** What has come over one channel. */
    private final class Arrivals {

        private final Channel channel;
        private final ConsumerCheck check;
        private final BlockingQueue<Delivery> arrived = new ArrayBlockingQueue<>(2 * maxBatch + 1);

        Arrivals(Channel channel) throws IOException {
            this.channel = channel;
            this.check = new ConsumerCheck(channel, queue);
            channel.basicQos(2 * maxBatch);
            channel.basicConsume(
                    queue,
                    false,
                    (tag, delivery) -> arrived.add(delivery),
                    tag -> { // the broker says that the queue was deleted
                        link.losses().found(queue);
                        channel.abort();
                    });
        }

        /** Waits a moment; null if nothing has come. */
        Delivery next() throws IOException, InterruptedException {
            Delivery first = arrived.poll(200, TimeUnit.MILLISECONDS);
            if (first != null) {
                check.received();
            } else if (!channel.isOpen()) {
                throw new IOException("the channel was closed", channel.getCloseReason());
            } else {
                look();
            }
            return first;
        }

        private void look() throws IOException {
            switch (check.look(true)) {
                case WELL -> {}
                case IN_VAIN -> throw new IOException("messages wait and do not come");
                case DELETED -> {
                    link.losses().found(queue);
                    throw new IOException("the queue was deleted");
                }
            }
        }

        List<Delivery> with(Delivery first) {
            List<Delivery> batch = new ArrayList<>();
            batch.add(first);
            arrived.drainTo(batch, maxBatch - 1);
            return batch;
        }
    }

    /** Finishes the batch in hand and stops; waits for that 10 s at most. */
    @Override
    public void close() {
        loop.stop(BATCH_IN_HAND);
    }
}
