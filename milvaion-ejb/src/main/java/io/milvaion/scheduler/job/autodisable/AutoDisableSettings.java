package io.milvaion.scheduler.job.autodisable;

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
                settings.flag("milvaion.auto-disable.enabled", true),
                settings.integer("milvaion.auto-disable.failures", 5, 1, 100),
                Duration.ofSeconds(
                        settings.integer(
                                "milvaion.auto-disable.window-seconds", 3_600, 1, 2_592_000)));
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
