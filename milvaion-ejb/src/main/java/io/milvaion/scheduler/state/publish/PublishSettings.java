package io.milvaion.scheduler.state.publish;

import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.SettingsReader;
import java.time.Duration;

/**
 * How runs are published; keys {@code milvaion.job-dispatcher.*}.
 *
 * @param confirmWait without a confirm for this long a publish has failed
 * @param queueType {@code classic}, or {@code quorum} for clusters
 */
record PublishSettings(Duration confirmWait, String queueType) {

    static PublishSettings from(SettingsReader settings) {
        return new PublishSettings(
                Duration.ofSeconds(
                        settings.value(KnownSettings.JOB_DISPATCHER_CONFIRM_WAIT_SECONDS)),
                settings.value(KnownSettings.JOB_DISPATCHER_QUEUE_TYPE));
    }
}
