package io.milvaion.worker.runtime.delivery;

import io.milvaion.worker.runtime.AttemptKey;
import io.milvaion.worker.runtime.attempt.Attempt;
import io.milvaion.worker.runtime.store.LocalStore;
import io.milvaion.worker.runtime.store.LocalStore.Known;
import java.util.HashMap;
import java.util.Map;

/**
 * Attempts whose ends the local store has, or had. A message about one that a process before this
 * one has executed is settled with the stored report and runs nothing. Loop thread only.
 */
final class StoredEnds {

    private final LocalStore store;
    private final Map<AttemptKey, Attempt> waiting = new HashMap<>(); // for a confirm

    StoredEnds(LocalStore store) {
        this.store = store;
    }

    /**
     * Takes over an attempt that was executed before.
     *
     * @return false if the store knows nothing of it
     */
    boolean take(Attempt arrived) {
        return switch (store.known(arrived.key())) {
            case NOTHING -> false;
            case WAITING -> {
                var first = waiting.putIfAbsent(arrived.key(), arrived);
                if (first != null) {
                    first.join(arrived);
                }
                yield true;
            }
            case CONFIRMED -> {
                arrived.settle();
                yield true;
            }
        };
    }

    /** Whether the end of this attempt waits on the disk. */
    boolean waits(AttemptKey attempt) {
        return store.known(attempt) == Known.WAITING;
    }

    /** The broker has the report on this attempt. */
    void settle(AttemptKey attempt) {
        var arrived = waiting.remove(attempt);
        if (arrived != null) {
            arrived.settle();
        }
    }
}
