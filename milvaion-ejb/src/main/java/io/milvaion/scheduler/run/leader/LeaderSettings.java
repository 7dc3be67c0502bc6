package io.milvaion.scheduler.run.leader;

import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.Setting;
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
                    KnownSettings.JOB_DISPATCHER_RENEWAL_SECONDS,
                    renewal.toSeconds(),
                    "two renewals and the margin must fit into the lease of "
                            + lease.toSeconds()
                            + " s");
        }
    }

    static LeaderSettings from(SettingsReader settings) {
        var ttl = seconds(settings, KnownSettings.JOB_DISPATCHER_LOCK_TTL_SECONDS);
        return new LeaderSettings(
                ttl,
                ttl.compareTo(LONGEST_LEASE) < 0 ? ttl : LONGEST_LEASE,
                seconds(settings, KnownSettings.JOB_DISPATCHER_MARGIN_SECONDS),
                seconds(settings, KnownSettings.JOB_DISPATCHER_RENEWAL_SECONDS));
    }

    private static Duration seconds(SettingsReader settings, Setting<Integer> setting) {
        return Duration.ofSeconds(settings.value(setting));
    }
}
