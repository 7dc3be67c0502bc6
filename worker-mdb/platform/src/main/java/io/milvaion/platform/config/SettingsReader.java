package io.milvaion.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads settings from MicroProfile Config and checks each value where it is read. All methods throw
 * {@link InvalidSetting} naming the key, the value and what is allowed.
 */
public final class SettingsReader {

    private final Config config;

    public SettingsReader(Config config) {
        this.config = config;
    }

    /** Reads the settings of the application that the calling thread belongs to. */
    public static SettingsReader ofApplication() {
        return new SettingsReader(ConfigProvider.getConfig());
    }

    /**
     * @throws IllegalArgumentException if the key is not in {@link KnownSettings}
     */
    public Optional<String> text(String key) {
        if (!KnownSettings.contains(key)) {
            throw new IllegalArgumentException(key + " is missing in KnownSettings");
        }
        return config.getOptionalValue(key, String.class)
                .map(String::trim)
                .filter(t -> !t.isEmpty());
    }

    public String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    /** Reads a whole number in a closed range. */
    public int integer(String key, int otherwise, int min, int max) {
        var text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new InvalidSetting(key, text.get(), "a whole number " + min + ".." + max);
        }
        throw new InvalidSetting(key, text.get(), min + ".." + max);
    }

    public boolean flag(String key, boolean otherwise) {
        return text(key)
                .map(
                        t ->
                                switch (t.toLowerCase(Locale.ROOT)) {
                                    case "true" -> true;
                                    case "false" -> false;
                                    default -> throw new InvalidSetting(key, t, "true or false");
                                })
                .orElse(otherwise);
    }

    /** Reads one of these constants by its name in lower case. */
    public <E extends Enum<E>> E choice(String key, E otherwise, List<E> allowed) {
        var text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        for (E each : allowed) {
            if (each.name().toLowerCase(Locale.ROOT).equals(text.get().toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new InvalidSetting(
                key,
                text.get(),
                allowed.stream()
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" or ")));
    }

    /** Reads an address; user and password in it are not repeated in the error. */
    public URI uri(String key, String otherwise, String... schemes) {
        var text = text(key, otherwise);
        var allowed = "an address with scheme " + String.join(" or ", schemes);
        try {
            var uri = new URI(text);
            if (uri.getScheme() == null || !Arrays.asList(schemes).contains(uri.getScheme())) {
                throw new InvalidSetting(key, text.replaceAll("//[^@/]*@", "//***@"), allowed);
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new InvalidSetting(key, "(hidden)", allowed);
        }
    }
}
