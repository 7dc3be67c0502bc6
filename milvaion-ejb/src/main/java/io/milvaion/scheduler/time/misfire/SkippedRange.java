package io.milvaion.scheduler.time.misfire;

import java.time.Instant;

/**
 * Planned instants that did not run.
 *
 * @param count how many there are from {@code first} to {@code last}; 1 when they are the same
 */
public record SkippedRange(Instant first, Instant last, int count) {

    static SkippedRange of(Instant instant) {
        return new SkippedRange(instant, instant, 1);
    }
}
