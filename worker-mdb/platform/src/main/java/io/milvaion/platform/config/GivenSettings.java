package io.milvaion.platform.config;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Settings that were given in one place, or what is wrong with them. A config source that cannot be
 * constructed may be left out silently by the server, and the application would start with
 * defaults; so a failure is kept and thrown at whoever asks for a setting. It is logged as well:
 * the server hides it when the data source is the first to ask.
 */
record GivenSettings(Map<String, String> values, InvalidSetting failure) {

    private static final System.Logger LOG = System.getLogger(GivenSettings.class.getName());

    static GivenSettings read(Supplier<Map<String, String>> reader) {
        try {
            return new GivenSettings(Map.copyOf(reader.get()), null);
        } catch (InvalidSetting e) {
            LOG.log(System.Logger.Level.ERROR, "cannot start: {0}", e.getMessage());
            return new GivenSettings(Map.of(), e);
        }
    }

    /**
     * @return null if the key is not given here, or is no setting of this application
     * @throws InvalidSetting if what was given is wrong as a whole
     */
    String value(String key) {
        if (failure != null && KnownSettings.contains(key)) {
            throw failure;
        }
        return values.get(key);
    }

    Set<String> names() {
        return values.keySet();
    }
}
