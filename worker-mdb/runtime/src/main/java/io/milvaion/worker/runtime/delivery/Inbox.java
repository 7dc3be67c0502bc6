package io.milvaion.worker.runtime.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What other threads want done on the thread of the work loop, in order. */
final class Inbox {

    private static final int MAX_EVENTS = 2_000;

    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();

    /** Any thread; never blocks. */
    void post(Runnable event) {
        events.add(event);
    }

    /** Waits for an event at most that long, and does it and all that are there. */
    void handle(long waitMillis) throws InterruptedException {
        Runnable first =
                waitMillis == 0 ? events.poll() : events.poll(waitMillis, TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        first.run();
        List<Runnable> more = new ArrayList<>();
        events.drainTo(more, MAX_EVENTS);
        more.forEach(Runnable::run);
    }
}
