package io.milvaion.scheduler.ground.event;

import java.util.List;
import java.util.function.ToLongFunction;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Passes the events of this node on while somebody listens. {@link #offer} may be called by any
 * thread, {@link #tick} by one, every 100 ms.
 */
final class EventOutlet {

    private static final System.Logger LOG = System.getLogger(EventOutlet.class.getName());

    private final ToLongFunction<String> channel;
    private final EventWindow window = new EventWindow();
    private volatile boolean listened = true; // until the first answer says otherwise
    private int ticksSinceAnswer;

    /**
     * @param channel publishes a message and answers how many nodes have got it; throws {@code
     *     JedisException} when Redis does not answer
     */
    EventOutlet(ToLongFunction<String> channel) {
        this.channel = channel;
    }

    void offer(LiveEvent event) {
        if (listened) {
            window.add(event);
        }
    }

    void tick() {
        ticksSinceAnswer++;
        List<LiveEvent> events = window.take();
        boolean asking = ticksSinceAnswer >= EventWindow.TICKS_PER_SECOND;
        if (events.isEmpty() && (listened || !asking)) {
            return;
        }
        ticksSinceAnswer = 0;
        listen(receiversOf(events) > 0);
    }

    private long receiversOf(List<LiveEvent> events) {
        try {
            return channel.applyAsLong(EventCodec.encode(events));
        } catch (JedisException e) {
            LOG.log(System.Logger.Level.DEBUG, "live events are dropped", e);
            return 0;
        }
    }

    private void listen(boolean now) {
        listened = now;
        if (!now) {
            window.clear();
        }
    }
}
