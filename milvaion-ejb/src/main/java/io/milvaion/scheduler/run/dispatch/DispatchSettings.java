package io.milvaion.scheduler.run.dispatch;

import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.SettingsReader;
import java.time.Duration;
import java.util.Map;

/**
 * Limits of the dispatcher; keys {@code milvaion.job-dispatcher.*}.
 *
 * @param batchSize members of one batch
 * @param lease how long a batch may take before its members are popped again
 * @param misfireThreshold an instant that is later than this has been missed
 * @param startsPerSecond of planned runs at most, by job type
 */
public record DispatchSettings(
        int batchSize,
        Duration lease,
        Duration misfireThreshold,
        Map<String, Integer> startsPerSecond) {

    public static DispatchSettings from(SettingsReader settings) {
        int lease = settings.value(KnownSettings.JOB_DISPATCHER_DISPATCH_LEASE_SECONDS);
        int confirmWait = settings.value(KnownSettings.JOB_DISPATCHER_CONFIRM_WAIT_SECONDS);
        if (lease <= 2 * confirmWait) {
            throw new InvalidSetting(
                    KnownSettings.JOB_DISPATCHER_DISPATCH_LEASE_SECONDS,
                    lease,
                    "more than twice confirm-wait-seconds (" + confirmWait + ")");
        }
        return new DispatchSettings(
                settings.value(KnownSettings.JOB_DISPATCHER_BATCH_SIZE),
                Duration.ofSeconds(lease),
                Duration.ofSeconds(
                        settings.value(KnownSettings.JOB_DISPATCHER_MISFIRE_THRESHOLD_SECONDS)),
                settings.given(KnownSettings.JOB_DISPATCHER_STARTS_PER_SECOND).orElse(Map.of()));
    }
}
