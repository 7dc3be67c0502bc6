package io.milvaion.worker.runtime.delivery;

import io.milvaion.worker.runtime.RunKey;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The runs that this worker holds. Only the loop thread adds and removes; all may read. */
final class Runs {

    private final ConcurrentMap<RunKey, Run> byKey = new ConcurrentHashMap<>();

    /** The run with this key, or null. */
    Run find(RunKey key) {
        return byKey.get(key);
    }

    void add(Run run) {
        byKey.put(run.key(), run);
    }

    void remove(Run run) {
        byKey.remove(run.key(), run);
    }

    /** A view that may be read while it changes. */
    Collection<Run> all() {
        return byKey.values();
    }

    /** Every attempt at an occurrence that is here. */
    Iterable<Run> of(UUID occurrenceId) {
        return () ->
                byKey.values().stream()
                        .filter(run -> run.message().occurrenceId().equals(occurrenceId))
                        .iterator();
    }
}
