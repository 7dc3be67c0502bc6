package io.milvaion.scheduler.run.tracking;

import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.SettingsReader;
import java.time.Duration;

/**
 * How failed attempts are repeated when neither job nor consumer say so; keys {@code
 * milvaion.retry.*}.
 *
 * @param maxRetries attempts after the first
 * @param baseSeconds wait before the first retry; it doubles for each further one
 * @param maxDelay longest wait
 * @param jitter share of the wait, 0 to 1, by which it is longer or shorter at random
 */
public record RetrySettings(int maxRetries, int baseSeconds, Duration maxDelay, double jitter) {

    public static RetrySettings from(SettingsReader settings) {
        return new RetrySettings(
                settings.value(KnownSettings.RETRY_MAX_RETRIES),
                settings.value(KnownSettings.RETRY_BASE_SECONDS),
                Duration.ofSeconds(settings.value(KnownSettings.RETRY_CAP_SECONDS)),
                settings.value(KnownSettings.RETRY_JITTER_PERCENT) / 100.0);
    }

    /** Longer than any attempt waits. */
    public Duration longest() {
        return Duration.ofSeconds(Math.round((double) maxDelay.toSeconds() * (1 + jitter)) + 60);
    }

    /**
     * How long the next attempt waits: {@code base × 2^(attempt−1)}, capped, with jitter.
     *
     * @param attempt the one that failed, from 1
     * @param base seconds
     * @param random 0 to 1: where in the range of the jitter
     */
    Duration backoff(int attempt, int base, double random) {
        double seconds = base * Math.pow(2, Math.min(attempt - 1, 40));
        double capped = Math.min(seconds, (double) maxDelay.toSeconds());
        double spread = 1 + jitter * (2 * random - 1);
        return Duration.ofMillis(Math.round(capped * spread * 1_000));
    }
}
