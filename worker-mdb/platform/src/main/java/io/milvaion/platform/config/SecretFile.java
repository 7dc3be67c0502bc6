package io.milvaion.platform.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A secret in a file of its own, as containers are given it. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * What the file of a setting holds, trimmed; empty if none is named.
     *
     * @throws InvalidSetting if it cannot be read
     */
    public static Optional<String> given(SettingsReader settings, Setting<String> setting) {
        return settings.given(setting).map(path -> read(setting, path));
    }

    private static String read(Setting<String> setting, String path) {
        try {
            return Files.readString(Path.of(path)).strip();
        } catch (IOException e) {
            throw new InvalidSetting(setting, path, "a file that can be read");
        }
    }
}
