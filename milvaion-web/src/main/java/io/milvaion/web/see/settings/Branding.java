package io.milvaion.web.see.settings;

import io.milvaion.platform.config.KnownConsoleSettings;
import io.milvaion.platform.config.SettingsReader;
import org.jspecify.annotations.Nullable;

/**
 * By what people know this installation.
 *
 * @param colour {@code #} and six hexadecimal digits
 * @param environment what environment it is, for people
 * @param production whether a mistake would be one in production
 */
public record Branding(
        String name, @Nullable String colour, @Nullable String environment, boolean production) {

    static Branding from(SettingsReader settings) {
        return new Branding(
                settings.value(KnownConsoleSettings.CONSOLE_NAME),
                settings.given(KnownConsoleSettings.CONSOLE_COLOUR).orElse(null),
                settings.given(KnownConsoleSettings.CONSOLE_ENVIRONMENT).orElse(null),
                settings.value(KnownConsoleSettings.CONSOLE_PRODUCTION));
    }
}
