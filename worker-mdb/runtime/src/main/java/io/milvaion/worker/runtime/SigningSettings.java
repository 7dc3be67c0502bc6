package io.milvaion.worker.runtime;

import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.KnownWorkerSettings;
import io.milvaion.platform.config.SecretFile;
import io.milvaion.platform.config.SettingsReader;

/**
 * How this worker proves its group.
 *
 * @param key shared with the scheduler, or null
 * @param brokerUser sent with each message for the broker to check, or null
 */
public record SigningSettings(String key, String brokerUser) {

    public static final SigningSettings NONE = new SigningSettings(null, null);

    static SigningSettings from(SettingsReader settings) {
        var key =
                settings.given(KnownWorkerSettings.WORKER_SIGNING_KEY)
                        .or(
                                () ->
                                        SecretFile.given(
                                                settings,
                                                KnownWorkerSettings.WORKER_SIGNING_KEY_FILE));
        return new SigningSettings(
                key.orElse(null),
                settings.given(KnownWorkerSettings.WORKER_BROKER_USER).orElse(null));
    }

    boolean isOn() {
        return key != null || brokerUser != null;
    }

    void requireGroup(String group) {
        if (isOn() && group == null) {
            throw new InvalidSetting(
                    KnownWorkerSettings.WORKER_GROUP, "", "a name: what is signed is the group");
        }
    }

    @Override
    public String toString() {
        return "SigningSettings[brokerUser=" + brokerUser + "]";
    }
}
