package io.milvaion.platform.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Settings from {@code milvaion.json}: the file that system property {@code milvaion.config} or
 * environment variable {@code MILVAION_CONFIG} names, else the one in the working directory, if
 * there is one. Environment and system properties win over it.
 */
public final class GuideFileSource implements ConfigSource {

    static final int ORDINAL = 250;

    private final GivenSettings settings;

    public GuideFileSource() {
        this(System.getProperty("milvaion.config", System.getenv("MILVAION_CONFIG")));
    }

    /**
     * @param named the file that must be there, or null for the usual one
     */
    GuideFileSource(String named) {
        settings = GivenSettings.read(() -> read(named));
    }

    private static Map<String, String> read(String named) {
        if (named != null && !named.isBlank()) {
            return GuideFile.read(Path.of(named));
        }
        Path usual = Path.of("milvaion.json");
        return Files.exists(usual) ? GuideFile.read(usual.toAbsolutePath()) : Map.of();
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    @Override
    public String getName() {
        return "milvaion.json";
    }

    @Override
    public Set<String> getPropertyNames() {
        return settings.names();
    }

    /**
     * @throws InvalidSetting if the file is wrong
     */
    @Override
    public String getValue(String key) {
        return settings.value(key);
    }
}
