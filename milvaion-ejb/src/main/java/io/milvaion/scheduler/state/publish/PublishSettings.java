package io.milvaion.scheduler.state.publish;

import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.SettingsReader;
import java.time.Duration;
import java.util.Set;

/**
 * How runs are published; keys {@code milvaion.job-dispatcher.*}.
 *
 * @param confirmWait without a confirm for this long a publish has failed
 * @param queueType {@code classic}, or {@code quorum} for clusters
 */
record PublishSettings(Duration confirmWait, String queueType) {

    static PublishSettings from(SettingsReader settings) {
        var key = "milvaion.job-dispatcher.queue-type";
        var type = settings.text(key, "classic");
        if (!Set.of("classic", "quorum").contains(type)) {
            throw new InvalidSetting(key, type, "classic or quorum");
        }
        return new PublishSettings(
                Duration.ofSeconds(
                        settings.integer(
                                "milvaion.job-dispatcher.confirm-wait-seconds", 10, 1, 60)),
                type);
    }
}
