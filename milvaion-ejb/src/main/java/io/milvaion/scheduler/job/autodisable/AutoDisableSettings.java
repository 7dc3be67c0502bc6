package io.milvaion.scheduler.job.autodisable;

import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.SettingsReader;
import java.time.Duration;

/**
 * When failures deactivate a job that does not say so itself; keys {@code milvaion.auto-disable.*}.
 *
 * @param enabled whether any job is deactivated
 * @param failures so many consecutive ones
 * @param window in which they have to end
 */
public record AutoDisableSettings(boolean enabled, int failures, Duration window) {

    public static AutoDisableSettings from(SettingsReader settings) {
        return new AutoDisableSettings(
                settings.value(KnownSettings.AUTO_DISABLE_ENABLED),
                settings.value(KnownSettings.AUTO_DISABLE_FAILURES),
                Duration.ofSeconds(settings.value(KnownSettings.AUTO_DISABLE_WINDOW_SECONDS)));
    }

    /** How many failures deactivate a job; 0: none do. */
    int failures(JobLimits job) {
        if (!enabled) {
            return 0;
        }
        return job.failures() == null ? failures : job.failures();
    }

    Duration window(JobLimits job) {
        return job.windowSeconds() == null ? window : Duration.ofSeconds(job.windowSeconds());
    }
}
