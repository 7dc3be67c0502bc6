package io.milvaion.platform.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;

/** All settings as they are in force, for people who wonder. */
public final class ShownSettings {

    private final Iterable<String> names;
    private final Function<String, ConfigValue> values;

    /**
     * @param names keys for which something is given, and any others
     */
    ShownSettings(Iterable<String> names, Function<String, ConfigValue> values) {
        this.names = names;
        this.values = values;
    }

    /** Those of the application that the calling thread belongs to. */
    public static ShownSettings ofApplication() {
        Config config = ConfigProvider.getConfig();
        return new ShownSettings(config.getPropertyNames(), config::getConfigValue);
    }

    /** Those of job classes only if they are given. */
    public List<ShownSetting> all() {
        return KnownSettings.ALL.stream().flatMap(this::each).map(this::shown).toList();
    }

    private Stream<Setting<?>> each(Setting<?> setting) {
        if (!setting.key().contains(Setting.JOB_CLASS)) {
            return Stream.of(setting);
        }
        Stream.Builder<Setting<?>> given = Stream.builder();
        for (String name : names) {
            setting.jobClassIn(name).ifPresent(jobClass -> given.add(setting.of(jobClass)));
        }
        return given.build();
    }

    private ShownSetting shown(Setting<?> setting) {
        var value = values.apply(setting.key());
        var given = Optional.ofNullable(value.getValue()).filter(text -> !text.isBlank());
        return new ShownSetting(
                setting.key(),
                setting.environmentVariable(),
                setting.meaning(),
                setting.form().allowed(),
                setting.otherwise() == null
                        ? setting.initial()
                        : setting.form().shown(setting.initial()).orElse("(hidden)"),
                given.flatMap(text -> setting.form().shown(text.trim())),
                setting.form().shown("").isEmpty(),
                given.isEmpty() ? SettingPlace.DEFAULT : SettingPlace.of(value));
    }
}
