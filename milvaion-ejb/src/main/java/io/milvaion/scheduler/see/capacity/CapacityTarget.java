package io.milvaion.scheduler.see.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What somebody wants to reach; both null: nothing, they only look.
 *
 * @param perSecond runs that are to end in a second
 * @param emptyBy when nothing is to wait any more
 */
public record CapacityTarget(Double perSecond, Instant emptyBy) {

    /**
     * The rate that it needs.
     *
     * @param arrivals runs that come in a second
     * @param waiting runs that wait now, or null if nobody knows
     */
    OptionalDouble rate(double arrivals, Long waiting, Instant now) {
        if (perSecond != null) {
            return OptionalDouble.of(perSecond);
        }
        if (emptyBy == null || waiting == null) {
            return OptionalDouble.empty();
        }
        double seconds = Math.max(1, Duration.between(now, emptyBy).toMillis() / 1_000.0);
        return OptionalDouble.of(arrivals + waiting / seconds);
    }
}
