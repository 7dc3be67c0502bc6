package io.milvaion.platform.config;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads settings from MicroProfile Config and checks each value where it is read. All methods throw
 * {@link InvalidSetting} naming the key, the value and what is allowed.
 */
public final class SettingsReader {

    private final Function<String, Optional<String>> source;

    /**
     * @param source what is given for a key
     */
    public SettingsReader(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /** Reads the settings of the application that the calling thread belongs to. */
    public static SettingsReader ofApplication() {
        var config = ConfigProvider.getConfig();
        return new SettingsReader(key -> config.getOptionalValue(key, String.class));
    }

    /** The value in force of a setting that has a default. */
    public <T> T value(Setting<T> setting) {
        return given(setting).orElseGet(() -> Objects.requireNonNull(setting.otherwise()));
    }

    /** The value of a setting if somebody has set it; blank text has not. */
    public <T> Optional<T> given(Setting<T> setting) {
        return source.apply(setting.key())
                .map(String::trim)
                .filter(text -> !text.isEmpty())
                .map(text -> setting.form().read(setting.key(), text));
    }
}
