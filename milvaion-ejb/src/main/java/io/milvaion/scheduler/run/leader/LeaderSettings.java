package io.milvaion.scheduler.run.leader;

import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.SettingsReader;
import java.time.Duration;

/**
 * Times of the leader's lease; keys {@code milvaion.job-dispatcher.*}.
 *
 * @param keyTtl time to live of the key; may be longer than the lease
 * @param lease after this long without renewal another node takes over: min(keyTtl, 15 s)
 * @param margin the holder stops trusting itself this long before
 * @param renewal pause between renewals
 */
record LeaderSettings(Duration keyTtl, Duration lease, Duration margin, Duration renewal) {

    private static final Duration LONGEST_LEASE = Duration.ofSeconds(15);

    LeaderSettings {
        if (renewal.multipliedBy(2).plus(margin).compareTo(lease) > 0) {
            throw new InvalidSetting(
                    "milvaion.job-dispatcher.renewal-seconds",
                    renewal.toSeconds(),
                    "two renewals and the margin must fit into the lease of "
                            + lease.toSeconds()
                            + " s");
        }
    }

    static LeaderSettings from(SettingsReader settings) {
        var ttl = seconds(settings, "lock-ttl-seconds", 15, 5, 86_400);
        return new LeaderSettings(
                ttl,
                ttl.compareTo(LONGEST_LEASE) < 0 ? ttl : LONGEST_LEASE,
                seconds(settings, "margin-seconds", 3, 1, 10),
                seconds(settings, "renewal-seconds", 1, 1, 5));
    }

    private static Duration seconds(
            SettingsReader settings, String key, int otherwise, int min, int max) {
        return Duration.ofSeconds(
                settings.integer("milvaion.job-dispatcher." + key, otherwise, min, max));
    }
}
