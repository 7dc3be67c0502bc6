package io.milvaion.worker.runtime.queue;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerUnavailable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * A queue of job messages and the channel on which this worker consumes it. The queue may not exist
 * yet: only the scheduler declares it. Loop thread only.
 */
public final class JobQueue {

    private static final System.Logger LOG = System.getLogger(JobQueue.class.getName());
    private static final long FIRST_RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long MAX_RETRY_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long RECONNECT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long ADJUST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final String name;
    private final BrokerLink link;
    private final BiConsumer<Delivery, Receipt> onDelivery;
    private ConsumedChannel attached; // null while the queue or the broker is missing
    private String consumerTag; // null while nothing is asked for
    private int prefetch; // of the present consumer
    private long lastTagBefore; // deliveries up to here do not count against it
    private long adjustedNanos = System.nanoTime();
    private long nextAttempt = System.nanoTime();
    private long retryNanos = FIRST_RETRY_NANOS; // after the next failure

    /**
     * @param onDelivery gets each delivery, on a thread of the broker connection
     */
    public JobQueue(String name, BrokerLink link, BiConsumer<Delivery, Receipt> onDelivery) {
        this.name = name;
        this.link = link;
        this.onDelivery = onDelivery;
    }

    /** Makes it so that messages come, or do not. */
    public void consume(boolean wanted, Prefetch wantedPrefetch) {
        try {
            if (attached != null && !attached.channel().isOpen()) {
                detach(RECONNECT_NANOS);
            }
            if (attached == null && wanted) {
                attach();
            }
            if (attached == null) {
                return;
            }
            boolean consuming = consumerTag != null;
            if (consuming && (!wanted || tooFarFrom(wantedPrefetch) || attached.isDeaf(prefetch))) {
                stop();
            }
            if (wanted && consumerTag == null) {
                start(wantedPrefetch);
            }
        } catch (BrokerUnavailable e) {
            LOG.log(Level.DEBUG, "cannot consume {0} now: {1}", name, e.getMessage());
            detach(RECONNECT_NANOS);
        } catch (IOException | ShutdownSignalException e) {
            LOG.log(Level.DEBUG, "cannot consume {0} now: {1}", name, e.toString());
            detach(retryNanos);
            retryNanos = Math.min(2 * retryNanos, MAX_RETRY_NANOS); // each is a line in its log
        }
    }

    /** Sends the acknowledgements of what was settled since the last call. */
    public void acknowledge() {
        if (attached != null) {
            attached.acknowledge();
        }
    }

    private void attach() throws IOException, BrokerUnavailable {
        if (System.nanoTime() - nextAttempt < 0) {
            return;
        }
        Channel channel = link.openChannel();
        try {
            channel.queueDeclarePassive(name);
            attached = new ConsumedChannel(channel, name);
            retryNanos = FIRST_RETRY_NANOS;
        } finally {
            if (attached == null) {
                BrokerLink.abort(channel);
            }
        }
    }

    /**
     * The broker counts a prefetch for each consumer by itself: what earlier consumers of this
     * channel have left unacknowledged comes on top until it is settled.
     */
    private boolean tooFarFrom(Prefetch wanted) {
        long now = System.nanoTime();
        if (now - adjustedNanos < ADJUST_NANOS) {
            return false;
        }
        adjustedNanos = now;
        int before = attached.tags().sizeUpTo(lastTagBefore);
        return wanted.tooFew(prefetch + before) || wanted.tooMany(prefetch);
    }

    /**
     * What is here already leaves room for less, except when it will be gone in a moment: then less
     * would soon be too few.
     */
    private void start(Prefetch wanted) throws IOException {
        int count = wanted.count();
        var consumed = attached;
        var channel = consumed.channel();
        lastTagBefore = attached.tags().last();
        prefetch = wanted.brief() ? count : Math.max(1, count - attached.tags().size());
        channel.basicQos(prefetch);
        consumerTag =
                channel.basicConsume(
                        name,
                        false,
                        (tag, delivery) -> onDelivery.accept(delivery, receipt(delivery, consumed)),
                        tag -> BrokerLink.abort(channel));
        LOG.log(Level.DEBUG, "consuming {0} with prefetch {1}", name, prefetch);
    }

    private static Receipt receipt(Delivery delivery, ConsumedChannel channel) {
        return new Receipt(channel, delivery.getEnvelope().getDeliveryTag());
    }

    private void stop() throws IOException {
        var tag = consumerTag;
        consumerTag = null;
        attached.channel().basicCancel(tag);
    }

    private void detach(long pauseNanos) {
        if (attached != null) {
            BrokerLink.abort(attached.channel());
        }
        attached = null;
        consumerTag = null;
        nextAttempt = System.nanoTime() + pauseNanos;
    }

    public void close() {
        if (attached != null) {
            BrokerLink.abort(attached.channel());
            attached = null;
        }
    }
}
