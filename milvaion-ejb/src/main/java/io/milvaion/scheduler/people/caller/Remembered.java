package io.milvaion.scheduler.people.caller;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What a node knows of callers, strangers included. Safe to share. */
final class Remembered {

    /** More than people and programs have at once: beyond it somebody is guessing. */
    private static final int LIMIT = 10_000;

    private static final Duration NOTED_AGAIN = Duration.ofMinutes(1);

    /** What was read after the revision was. */
    private record Known(long revision, Optional<Caller> caller) {}

    private final Map<String, Known> entries = new ConcurrentHashMap<>();
    private final Map<UUID, Long> noted = new ConcurrentHashMap<>();

    /**
     * The caller with a mark, read unless that was done at this revision.
     *
     * @param mark of what was shown
     */
    Optional<Caller> get(String mark, long revision, Supplier<Optional<Caller>> read) {
        var known = entries.get(mark);
        if (known != null && known.revision() == revision) {
            return known.caller();
        }
        var caller = read.get();
        if (entries.size() >= LIMIT) {
            entries.clear();
        }
        entries.put(mark, new Known(revision, caller));
        return caller;
    }

    /** Whether the use of a key is to be noted; says so once a minute. */
    boolean isUseToNote(UUID key) {
        long now = System.nanoTime();
        var last = noted.putIfAbsent(key, now);
        return last == null
                || (now - last > NOTED_AGAIN.toNanos() && noted.replace(key, last, now));
    }
}
