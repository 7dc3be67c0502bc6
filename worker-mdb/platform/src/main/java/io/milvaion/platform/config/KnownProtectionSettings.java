package io.milvaion.platform.config;

import static io.milvaion.platform.config.Setting.oneOf;

import java.util.ArrayList;
import java.util.List;

/** The settings of {@link KnownSettings} that say how people, requests and workers are checked. */
public final class KnownProtectionSettings {

    static final List<Setting<?>> LISTED = new ArrayList<>();

    public static final Setting<String> LOGIN_SECOND_FACTOR =
            listed(
                    oneOf("milvaion.login.second-factor", "off", "optional", "required")
                            .initially("optional"),
                    "Whether a login asks for a code of an authenticator app: never, from who has"
                            + " set one up, or from everybody, so that who has none may only set"
                            + " one up");

    private KnownProtectionSettings() {}

    private static <T> Setting<T> listed(Setting<T> setting, String meaning) {
        var complete = setting.meaning(meaning);
        LISTED.add(complete);
        return complete;
    }
}
