package io.milvaion.scheduler.ground.redis;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * The Redis clock between two readings of it: the last reading plus the monotonic time since. It
 * stamps messages; due and lease decisions read Redis itself.
 */
@ApplicationScoped
public class RedisClock {

    private record Reading(Instant redis, long nanos) {}

    private volatile Reading last;

    /** Takes a reading that has just come from Redis. */
    public void read(Instant redisNow) {
        last = new Reading(redisNow, System.nanoTime());
    }

    /** Now by the Redis clock; by this machine's while Redis has not been read yet. */
    public Instant now() {
        var reading = last;
        return reading == null
                ? Instant.now()
                : reading.redis().plusNanos(System.nanoTime() - reading.nanos());
    }

    /** How far this machine's clock is ahead of the Redis clock. */
    public Duration skew() {
        return Duration.between(now(), Instant.now());
    }
}
