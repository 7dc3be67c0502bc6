package io.milvaion.platform.amqp;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import io.milvaion.platform.failpoint.Failpoint;
import java.io.IOException;
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

    private static final System.Logger LOG = System.getLogger(BatchConsumer.class.getName());
    private static final long PAUSE_MILLIS = 1_000;

    private final BrokerLink link;
    private final String queue;
    private final int maxBatch;
    private final Handler handler;
    private final LongSupplier gatherMillis;
    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
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
        this.thread = threads.newThread(this::run);
    }

    public BatchConsumer start() {
        thread.start();
        return this;
    }

    /** Whether the queue is being consumed now, that is: the broker is there. */
    public boolean consuming() {
        return consuming;
    }

    private void run() {
        boolean warned = false;
        try {
            while (stop.getCount() > 0) {
                try {
                    warned = false;
                    consumeUntilItBreaks();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                } catch (Exception e) { // the top of this thread
                    if (!warned && stop.getCount() > 0) {
                        LOG.log(
                                System.Logger.Level.WARNING,
                                "consuming {0} was interrupted and goes on when it can: {1}",
                                queue,
                                e.toString());
                        LOG.log(System.Logger.Level.DEBUG, "cause", e);
                        warned = true;
                    }
                }
                consuming = false;
                if (stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            consuming = false;
            stopped.countDown();
        }
    }

    private void consumeUntilItBreaks() throws Exception {
        Channel channel = link.openChannel();
        try {
            Topology.declare(channel);
            channel.basicQos(2 * maxBatch);
            BlockingQueue<Delivery> arrived = new ArrayBlockingQueue<>(2 * maxBatch + 1);
            channel.basicConsume(
                    queue, false, (tag, delivery) -> arrived.add(delivery), tag -> channel.abort());
            consuming = true;
            while (stop.getCount() > 0) {
                Delivery first = arrived.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    if (!channel.isOpen()) {
                        throw new IOException("the channel was closed", channel.getCloseReason());
                    }
                    continue;
                }
                TimeUnit.MILLISECONDS.sleep(gatherMillis.getAsLong());
                List<Delivery> batch = new ArrayList<>();
                batch.add(first);
                arrived.drainTo(batch, maxBatch - 1);
                handler.handle(batch, channel);
                channel.basicAck(batch.get(batch.size() - 1).getEnvelope().getDeliveryTag(), true);
                Failpoint.reach("after-ack");
            }
        } finally {
            channel.abort();
        }
    }

    /** Finishes the batch in hand and stops; waits for that 10 s at most. */
    @Override
    public void close() {
        stop.countDown();
        try {
            if (!stopped.await(10, TimeUnit.SECONDS)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
