package io.milvaion.scheduler.see.figure;

import java.util.ArrayDeque;
import java.util.Deque;

/** By how much a queue has grown within half a minute. For one thread. */
final class Growth {

    /** Looks of two seconds. */
    private static final int LOOKS = 15;

    /** Fewer messages than these are no queue. */
    private static final long NOTABLE = 50;

    private final Deque<Long> waiting = new ArrayDeque<>();

    /** Returns percent of what waited half a minute ago, or at the first look; 0: has not grown. */
    long see(long now) {
        waiting.addLast(now);
        if (waiting.size() > LOOKS) {
            waiting.removeFirst();
        }
        long before = Math.max(1, waiting.peekFirst());
        return now < NOTABLE ? 0 : Math.max(0, 100 * (now - before) / before);
    }
}
