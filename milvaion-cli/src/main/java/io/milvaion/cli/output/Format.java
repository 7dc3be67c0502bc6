package io.milvaion.cli.output;

import java.util.Locale;

/** How answers are printed. */
public enum Format {
    TABLE,
    JSON,
    YAML;

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
