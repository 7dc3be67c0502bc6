package io.milvaion.scheduler.state.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/** What the last minutes have shown of one queue. Safe to share. Times are the Redis clock's. */
public final class QueueDepth {

    private static final Duration RECENT = Duration.ofSeconds(10);
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    /** Sights of an empty queue are remembered at this distance. */
    private static final Duration STEP = Duration.ofSeconds(5);

    private record Depth(Instant at, long waiting) {}

    private final Deque<Depth> recent = new ArrayDeque<>(); // guarded by this
    private final Deque<Instant> empty = new ArrayDeque<>(); // guarded by this
    private volatile long askedAt = System.nanoTime();

    QueueDepth() {}

    QueueDepth asked() {
        askedAt = System.nanoTime();
        return this;
    }

    boolean notAskedFor(Duration limit) {
        return System.nanoTime() - askedAt > limit.toNanos();
    }

    synchronized void seen(Instant at, long waiting) {
        recent.addLast(new Depth(at, waiting));
        while (recent.peekFirst().at().isBefore(at.minus(RECENT))) {
            recent.removeFirst();
        }
        if (waiting == 0 && (empty.isEmpty() || !empty.peekLast().plus(STEP).isAfter(at))) {
            empty.addLast(at);
        }
        while (!empty.isEmpty() && empty.peekFirst().isBefore(at.minus(REMEMBERED))) {
            empty.removeFirst();
        }
    }

    /** The messages that waited at the last look. */
    public synchronized OptionalLong last() {
        return recent.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(recent.peekLast().waiting());
    }

    /** The fewest messages that waited in the last 10 s; empty if nobody has looked. */
    public synchronized OptionalLong fewest() {
        return recent.stream().mapToLong(Depth::waiting).min();
    }

    /** Whether the queue was seen empty after one instant and not after another. */
    public synchronized boolean wasEmptyBetween(Instant after, Instant until) {
        return empty.stream().anyMatch(at -> at.isAfter(after) && !at.isAfter(until));
    }
}
