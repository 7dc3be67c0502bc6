package io.milvaion.scheduler.state.publish;

import java.time.Instant;

/** Makes depths of queues that were seen as a test says. */
public final class QueueSights {

    private final QueueDepth depth = new QueueDepth();

    public QueueSights seen(Instant at, long waiting) {
        depth.seen(at, waiting);
        return this;
    }

    public QueueDepth depth() {
        return depth;
    }
}
