package io.milvaion.platform.config;

import org.eclipse.microprofile.config.ConfigValue;

/** Where the value of a setting was given. */
public enum SettingPlace {
    /** Nowhere: what holds by itself is in force. */
    DEFAULT,
    SYSTEM_PROPERTY,
    /** A variable, with single or double underscores. */
    ENVIRONMENT,
    /** {@code milvaion.json}. */
    FILE,
    /** {@code META-INF/microprofile-config.properties}. */
    APPLICATION,
    /** A place that only the server knows. */
    SERVER;

    /** By the order in which MicroProfile Config and this package ask their sources. */
    static SettingPlace of(ConfigValue value) {
        if (value.getValue() == null) {
            return DEFAULT;
        }
        return switch (value.getSourceOrdinal()) {
            case 400 -> SYSTEM_PROPERTY;
            case 300, GuideEnvironmentSource.ORDINAL -> ENVIRONMENT;
            case GuideFileSource.ORDINAL -> FILE;
            case 100 -> APPLICATION;
            default -> SERVER;
        };
    }
}
