package io.milvaion.worker.runtime.delivery;

import io.milvaion.worker.runtime.RunKey;
import io.milvaion.worker.runtime.store.LocalStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Messages about attempts that a process before this one has executed and whose reports the local
 * store has, or had: they are settled with those reports and run nothing. Loop thread only.
 */
final class Strangers {

    private final LocalStore store;
    private final Map<RunKey, List<Receipt>> waiting = new HashMap<>();

    Strangers(LocalStore store) {
        this.store = store;
    }

    /**
     * @return false if the store knows nothing of this attempt
     */
    boolean take(Run arrived) {
        return switch (store.known(arrived.key())) {
            case NOTHING -> false;
            case WAITING -> {
                waiting.computeIfAbsent(arrived.key(), key -> new ArrayList<>(1))
                        .addAll(arrived.receipts());
                yield true;
            }
            case CONFIRMED -> {
                arrived.settle();
                yield true;
            }
        };
    }

    /** The broker has the report on this attempt. */
    void settle(RunKey attempt) {
        var receipts = waiting.remove(attempt);
        if (receipts != null) {
            receipts.forEach(Receipt::settle);
        }
    }
}
