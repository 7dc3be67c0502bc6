package io.milvaion.scheduler.state.publish;

import com.rabbitmq.client.Channel;
import io.milvaion.contract.BrokerNames;
import io.milvaion.platform.amqp.Broker;
import io.milvaion.platform.amqp.BrokerLink;
import io.milvaion.platform.amqp.BrokerUnavailable;
import io.milvaion.scheduler.ground.health.RoundTrip;
import io.milvaion.scheduler.ground.redis.RedisClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * How many messages wait in queues, asked by passive declares on a channel of its own. A queue is
 * watched from the first question about it until nobody has asked for 10 min. {@link #look} belongs
 * to one thread; everything else is safe to share and never blocks.
 */
@ApplicationScoped
public class QueueDepths {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final Map<String, QueueDepth> watched = new ConcurrentHashMap<>();
    private final RoundTrip roundTrip = new RoundTrip();
    private BrokerLink link;
    private RedisClock clock;
    private Channel channel;

    protected QueueDepths() {} // for the container's proxy

    @Inject
    public QueueDepths(Broker broker, RedisClock clock) {
        this(broker.consuming(), clock);
    }

    public QueueDepths(BrokerLink link, RedisClock clock) {
        this.link = link;
        this.clock = clock;
    }

    /** The messages that waited at the last look; empty if nobody has looked yet. */
    public OptionalLong ready(String queue) {
        return of(queue).last();
    }

    /** What is known of a queue, which is watched from now on. */
    public QueueDepth of(String queue) {
        return watched.computeIfAbsent(queue, q -> new QueueDepth()).asked();
    }

    /** Tells the messages that waited in each watched queue at the last look. */
    public void each(BiConsumer<String, Long> teller) {
        watched.forEach(
                (queue, depth) -> depth.last().ifPresent(waiting -> teller.accept(queue, waiting)));
    }

    /** How long the broker takes to answer this node; empty if it never has. */
    public Optional<Duration> latency() {
        return roundTrip.mean();
    }

    /**
     * Asks for all watched queues.
     *
     * @throws IOException if the broker does not answer, or the channel has broken since the last
     *     look, which means that messages may have been lost
     */
    public void look() throws IOException, BrokerUnavailable {
        boolean broken = channel != null && !channel.isOpen();
        if (channel == null || broken) {
            channel = link.openChannel();
        }
        long asked = System.nanoTime();
        channel.queueDeclare(BrokerNames.STATUS_QUEUE, true, false, false, null);
        roundTrip.took(Duration.ofNanos(System.nanoTime() - asked));
        watched.values().removeIf(depth -> depth.notAskedFor(FORGOTTEN_AFTER));
        for (var entry : watched.entrySet()) {
            entry.getValue().seen(clock.now(), waiting(entry.getKey()));
        }
        if (broken) {
            throw new IOException("the channel was closed since the last look");
        }
    }

    private long waiting(String queue) throws IOException, BrokerUnavailable {
        try {
            return channel.queueDeclarePassive(queue).getMessageCount();
        } catch (IOException e) {
            if (!BrokerLink.isMissing(e)) {
                throw e;
            }
            channel = link.openChannel(); // a refused declare has closed it
            return 0;
        }
    }
}
