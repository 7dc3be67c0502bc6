package io.milvaion.platform.amqp;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Queues that were deleted while they were consumed over one link. They are declared anew; what
 * waited in them is lost. Safe to share.
 */
public final class QueueLosses {

    private final Set<String> found = ConcurrentHashMap.newKeySet();

    void found(String queue) {
        found.add(queue);
    }

    /** Those that were found since the last call. */
    public Set<String> take() {
        var taken = new TreeSet<>(found);
        found.removeAll(taken);
        return taken;
    }
}
