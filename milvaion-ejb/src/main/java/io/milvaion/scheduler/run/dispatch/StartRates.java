package io.milvaion.scheduler.run.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How many planned runs of a job type may start in a second: a token bucket for each limited type
 * that holds a second's worth. A job that finds it empty is looked at again when its turn has come.
 * Of one leader; a new one begins with full buckets. Used by one thread alone.
 */
final class StartRates {

    /** Jobs that wait; beyond it their wait is not remembered. */
    private static final int MOST_WAITING = 100_000;

    private static final class Bucket {

        private final int perSecond;
        private double tokens;
        private Instant filledAt;
        private Instant lastTurn; // that was given to a job that waits

        Bucket(int perSecond) {
            this.perSecond = perSecond;
            tokens = perSecond;
        }

        boolean take(Instant now) {
            if (filledAt != null) {
                double millis = Math.max(0, Duration.between(filledAt, now).toMillis());
                tokens = Math.min(perSecond, tokens + millis * perSecond / 1000);
            }
            filledAt = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }

        Instant turn(Instant now) {
            var between = Duration.ofNanos(1_000_000_000L / perSecond);
            var begin = lastTurn == null || lastTurn.isBefore(now) ? now : lastTurn;
            lastTurn = begin.plus(between);
            return lastTurn;
        }
    }

    private final Map<String, Bucket> buckets = new HashMap<>();
    private final Map<UUID, Instant> waiting = new HashMap<>();

    /**
     * @param perSecond by job type; others are not limited
     */
    StartRates(Map<String, Integer> perSecond) {
        perSecond.forEach((type, limit) -> buckets.put(type, new Bucket(limit)));
    }

    boolean limits(DueJob job) {
        return buckets.containsKey(job.definition().jobType());
    }

    /**
     * Lets a due job start one run, or gives it a turn.
     *
     * @return when to look at it again; empty if it may start now
     */
    Optional<Instant> putOff(DueJob job, Instant now) {
        var bucket = buckets.get(job.definition().jobType());
        if (bucket == null || bucket.take(now)) {
            return Optional.empty();
        }
        if (waiting.size() < MOST_WAITING) {
            waiting.putIfAbsent(job.id(), now);
        }
        return Optional.of(bucket.turn(now));
    }

    /** How long a job that starts has waited for its turn: it is not late by that. */
    Duration waited(DueJob job, Instant now) {
        var since = waiting.remove(job.id());
        return since == null ? Duration.ZERO : Duration.between(since, now);
    }
}
