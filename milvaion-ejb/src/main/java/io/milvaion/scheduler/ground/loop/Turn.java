package io.milvaion.scheduler.ground.loop;

import java.time.Duration;

/**
 * When an activity ends: this is the order in which a node stops. Those of one turn end together.
 */
public enum Turn {

    /** What would find new work. */
    QUIET(1),

    /** The drain finishes the batch in hand. */
    DRAIN(10),

    /** The lease is handed over: another node may lead. */
    LEASE(2),

    /** What works off in portions goes on here or on another node. */
    PORTIONS(10),

    /** Consumers finish and acknowledge what they have in hand. */
    CONSUMERS(10),

    /** Nobody makes runs any more: what waits to be published is published. */
    FLUSH(2),

    /** What tells others how it goes. */
    NEWS(2);

    private final Duration limit;

    Turn(int limitSeconds) {
        limit = Duration.ofSeconds(limitSeconds);
    }

    /** How long the others wait for those whose turn it is. */
    Duration limit() {
        return limit;
    }

    /** Whether this belongs to leading, which must not wait until the application is gone. */
    boolean leads() {
        return compareTo(LEASE) <= 0;
    }
}
