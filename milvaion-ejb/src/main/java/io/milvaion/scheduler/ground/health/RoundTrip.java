package io.milvaion.scheduler.ground.health;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a server takes to answer: a mean in which the last ten answers weigh most. Safe to
 * share.
 */
public final class RoundTrip {

    private static final double WEIGHT = 0.2;

    private double mean = -1; // nanoseconds; guarded by this

    public synchronized void took(Duration one) {
        mean = mean < 0 ? one.toNanos() : mean + WEIGHT * (one.toNanos() - mean);
    }

    /** Empty before the first answer. */
    public synchronized Optional<Duration> mean() {
        return mean < 0 ? Optional.empty() : Optional.of(Duration.ofNanos((long) mean));
    }
}
