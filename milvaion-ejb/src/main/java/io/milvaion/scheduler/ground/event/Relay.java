package io.milvaion.scheduler.ground.event;

import io.milvaion.platform.log.QuietLog;
import io.milvaion.platform.loop.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hands events to their listener on a thread of its own, which {@link #step} blocks: all that has
 * come since the last time together, and then rests for as long as that took, a second at most. So
 * a thousand clients get fewer and larger messages, not old ones, and cost half of a CPU at most.
 */
final class Relay implements Work {

    private static final QuietLog QUIET = QuietLog.of(Relay.class);

    /** Events that wait; instead of more there is a summary. */
    static final int LIMIT = 2_000;

    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private final Consumer<List<FeedEvent>> listener;
    private List<FeedEvent> waiting = new ArrayList<>(); // guarded by this
    private boolean stopped; // guarded by this

    /**
     * @param listener called by the thread of this relay alone
     */
    Relay(Consumer<List<FeedEvent>> listener) {
        this.listener = listener;
    }

    /** Any thread; never blocks. */
    synchronized void add(List<FeedEvent> events) {
        if (waiting.size() + events.size() > LIMIT) {
            waiting.clear();
            waiting.add(FeedEvent.summary());
        } else {
            waiting.addAll(events);
        }
        notifyAll();
    }

    /** Ends the wait for events; what waits is not delivered. */
    @Override
    public synchronized void unblock() {
        stopped = true;
        notifyAll();
    }

    @Override
    public Duration step() throws InterruptedException {
        var events = take();
        if (events.isEmpty()) {
            return Duration.ZERO;
        }
        long start = System.nanoTime();
        deliver(events);
        var took = Duration.ofNanos(System.nanoTime() - start);
        return took.compareTo(LONGEST_REST) < 0 ? took : LONGEST_REST;
    }

    /** Waits for events; none come after the stop. */
    private synchronized List<FeedEvent> take() throws InterruptedException {
        while (waiting.isEmpty() && !stopped) {
            wait();
        }
        if (stopped) {
            return List.of();
        }
        var taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }

    private void deliver(List<FeedEvent> events) {
        try {
            listener.accept(events);
        } catch (RuntimeException e) { // the top of this thread: the feed goes on
            QUIET.log(System.Logger.Level.WARNING, e, "live events were not passed on");
        }
    }
}
