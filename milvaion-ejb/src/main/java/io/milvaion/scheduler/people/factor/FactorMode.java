package io.milvaion.scheduler.people.factor;

import io.milvaion.platform.config.KnownProtectionSettings;
import io.milvaion.platform.config.SettingsReader;
import java.util.Locale;

/** Whether logins have a second factor; {@code milvaion.login.second-factor}. */
public enum FactorMode {
    /** Nobody is asked for one, and nobody can set one up. */
    OFF,
    /** Whoever has set one up is asked for it. */
    OPTIONAL,
    /** Likewise, and who has none may only set one up. */
    REQUIRED;

    public static FactorMode from(SettingsReader settings) {
        var word = settings.value(KnownProtectionSettings.LOGIN_SECOND_FACTOR);
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
