package io.milvaion.web.see.settings;

import io.milvaion.platform.config.SettingPlace;
import io.milvaion.platform.config.ShownSetting;
import org.jspecify.annotations.Nullable;

/**
 * A setting as it is in force on the node that answers.
 *
 * @param value what was given; null if nothing was, or if it is secret
 * @param defaultValue what holds when nothing is given, for people
 * @param secret whether a value is not shown
 * @param source where the value was given
 */
public record SettingView(
        String key,
        @Nullable String value,
        String defaultValue,
        boolean secret,
        SettingPlace source,
        String environmentVariable,
        String allowed,
        String meaning) {

    static SettingView of(ShownSetting setting) {
        return new SettingView(
                setting.key(),
                setting.value().orElse(null),
                setting.initially(),
                setting.secret(),
                setting.place(),
                setting.environmentVariable(),
                setting.allowed(),
                setting.meaning());
    }
}
