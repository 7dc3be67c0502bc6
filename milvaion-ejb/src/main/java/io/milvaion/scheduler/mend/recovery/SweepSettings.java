package io.milvaion.scheduler.mend.recovery;

import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.SettingsReader;
import java.time.Duration;

/**
 * When the sweep looks; keys {@code milvaion.recovery.*}.
 *
 * @param period from one sweep to the next
 * @param grace for how long everything must have answered before anything is decided: longer than a
 *     claim lease and two heartbeats of a worker
 */
public record SweepSettings(Duration period, Duration grace) {

    private static final int SHORTEST_GRACE_SECONDS = 41;

    public static SweepSettings from(SettingsReader settings) {
        int grace = settings.value(KnownSettings.RECOVERY_REDIS_GRACE_SECONDS);
        if (grace < SHORTEST_GRACE_SECONDS) {
            throw new InvalidSetting(
                    KnownSettings.RECOVERY_REDIS_GRACE_SECONDS,
                    grace,
                    "more than a claim lease and two heartbeats, which are 40 s");
        }
        return new SweepSettings(
                Duration.ofSeconds(settings.value(KnownSettings.RECOVERY_SWEEP_SECONDS)),
                Duration.ofSeconds(grace));
    }
}
