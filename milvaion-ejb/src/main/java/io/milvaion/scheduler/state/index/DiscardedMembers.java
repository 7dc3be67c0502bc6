package io.milvaion.scheduler.state.index;

import io.milvaion.platform.log.QuietLog;
import io.milvaion.platform.redis.Redis;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Removes members that nothing writes, and remembers them for the reconciler. Safe to share. */
final class DiscardedMembers {

    private static final QuietLog QUIET = QuietLog.of(DiscardedMembers.class);

    /** Removed members that are kept until somebody asks. */
    private static final int REMEMBERED = 1_000;

    private final Redis redis;
    private final Queue<Discarded> removed = new ConcurrentLinkedQueue<>();

    DiscardedMembers(Redis redis) {
        this.redis = redis;
    }

    void remove(IndexSet set, List<String> garbage) {
        if (garbage.isEmpty()) {
            return;
        }
        redis.pool().zrem(set.key(redis.keys()), garbage.toArray(String[]::new));
        for (String member : garbage) {
            var one = new Discarded(set.wire(), member);
            QUIET.log(System.Logger.Level.WARNING, "removed from the index: {0}", one);
            if (removed.size() < REMEMBERED) {
                removed.add(one);
            }
        }
    }

    /** Those that were removed since the last call. */
    List<Discarded> take() {
        var taken = new ArrayList<Discarded>();
        for (var next = removed.poll(); next != null; next = removed.poll()) {
            taken.add(next);
        }
        return taken;
    }
}
