package io.milvaion.scheduler.people.account;

import io.milvaion.platform.config.KnownSettings;
import io.milvaion.platform.config.SettingsReader;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the first account is made; keys {@code milvaion.root.*}.
 *
 * @param password of its owner's choice; else a random one that must be changed
 * @param passwordFile where a random one is left; else it is logged
 */
record RootSettings(Optional<String> password, Optional<Path> passwordFile) {

    static RootSettings from(SettingsReader settings) {
        return new RootSettings(
                settings.given(KnownSettings.ROOT_PASSWORD),
                settings.given(KnownSettings.ROOT_PASSWORD_FILE).map(Path::of));
    }

    @Override
    public String toString() {
        return "RootSettings[passwordFile=" + passwordFile + "]";
    }
}
