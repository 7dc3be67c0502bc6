package io.milvaion.scheduler.job.autodisable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive failures of a job.
 *
 * @param failures since the last success
 * @param recent when the newest of them ended, oldest first: as many as may trip
 * @param lastError of the newest of them; null if there is none
 */
record Streak(int failures, List<Instant> recent, String lastError) {

    static final Streak NONE = new Streak(0, List.of(), null);

    /**
     * @param limit so many failures trip; 0: none do
     */
    Streak failed(Instant at, String error, int limit) {
        var times = new ArrayList<>(recent);
        times.add(at);
        int surplus = Math.max(0, times.size() - limit);
        return new Streak(failures + 1, List.copyOf(times.subList(surplus, times.size())), error);
    }

    /** Whether so many failures have ended within a window. */
    boolean trips(int limit, Duration window) {
        if (limit == 0 || recent.size() < limit) {
            return false;
        }
        var newest = recent.get(recent.size() - 1);
        var oldest = recent.get(recent.size() - limit);
        return Duration.between(oldest, newest).compareTo(window) <= 0;
    }
}
