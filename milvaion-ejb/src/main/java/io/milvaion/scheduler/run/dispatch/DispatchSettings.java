package io.milvaion.scheduler.run.dispatch;

import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.SettingsReader;
import java.time.Duration;

/**
 * Limits of the dispatcher; keys {@code milvaion.job-dispatcher.*}.
 *
 * @param batchSize members of one batch
 * @param lease how long a batch may take before its members are popped again
 * @param misfireThreshold an instant that is later than this has been missed
 */
public record DispatchSettings(int batchSize, Duration lease, Duration misfireThreshold) {

    private static final String KEYS = "milvaion.job-dispatcher.";

    public static DispatchSettings from(SettingsReader settings) {
        int lease = settings.integer(KEYS + "dispatch-lease-seconds", 30, 5, 600);
        int confirmWait = settings.integer(KEYS + "confirm-wait-seconds", 10, 1, 60);
        if (lease <= 2 * confirmWait) {
            throw new InvalidSetting(
                    KEYS + "dispatch-lease-seconds",
                    lease,
                    "more than twice confirm-wait-seconds (" + confirmWait + ")");
        }
        return new DispatchSettings(
                settings.integer(KEYS + "batch-size", 500, 1, 500),
                Duration.ofSeconds(lease),
                Duration.ofSeconds(
                        settings.integer(KEYS + "misfire-threshold-seconds", 60, 1, 86_400)));
    }
}
