package io.milvaion.worker.runtime.attempt;

import io.milvaion.worker.runtime.AttemptKey;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The attempts that this worker holds. Only the loop thread adds and removes; all may read. */
public final class HeldAttempts {

    private final ConcurrentMap<AttemptKey, Attempt> byKey = new ConcurrentHashMap<>();

    /** The attempt with this key, or null. */
    public Attempt find(AttemptKey key) {
        return byKey.get(key);
    }

    public void add(Attempt attempt) {
        byKey.put(attempt.key(), attempt);
    }

    public void remove(Attempt attempt) {
        byKey.remove(attempt.key(), attempt);
    }

    /** A view that may be read while it changes. */
    public Collection<Attempt> all() {
        return byKey.values();
    }

    /** Every attempt at an occurrence that is here. */
    public Iterable<Attempt> of(UUID occurrenceId) {
        return () ->
                byKey.values().stream()
                        .filter(attempt -> attempt.message().occurrenceId().equals(occurrenceId))
                        .iterator();
    }
}
