package io.milvaion.platform.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Derives what the data source needs from {@code milvaion.db.url}. A config source cannot ask the
 * configuration that it is part of, so the address comes from a system property, the environment or
 * {@code milvaion.json} only. Each derived key can be set by itself instead.
 */
public final class DatabaseSource implements ConfigSource {

    public static final String URL = "milvaion.datasource.url";
    public static final String USER = "milvaion.datasource.user";
    public static final String PASSWORD = "milvaion.datasource.password";

    private static final Setting<String> ADDRESS = KnownSettings.DB_URL;

    private final GivenSettings settings;

    public DatabaseSource() {
        this(
                System.getProperty(ADDRESS.key()),
                System.getenv(ADDRESS.environmentVariable()),
                List.of(new GuideEnvironmentSource(), new GuideFileSource()));
    }

    DatabaseSource(String property, String variable, List<ConfigSource> others) {
        settings =
                GivenSettings.read(
                        () ->
                                derived(
                                        Stream.concat(
                                                        Stream.of(property, variable)
                                                                .filter(Objects::nonNull),
                                                        others.stream()
                                                                .map(s -> s.getValue(ADDRESS.key()))
                                                                .filter(Objects::nonNull))
                                                .filter(text -> !text.isBlank())
                                                .findFirst()
                                                .orElse(ADDRESS.otherwise())));
    }

    private static Map<String, String> derived(String text) {
        var address = DatabaseAddress.parse(text.trim());
        return Map.of(URL, address.jdbcUrl(), USER, address.user(), PASSWORD, address.password());
    }

    /** Lowest, so that everybody can set a derived key. */
    @Override
    public int getOrdinal() {
        return 50;
    }

    @Override
    public String getName() {
        return "derived from milvaion.db.url";
    }

    @Override
    public Set<String> getPropertyNames() {
        return settings.names();
    }

    /**
     * @throws InvalidSetting if the address is wrong
     */
    @Override
    public String getValue(String key) {
        return key.startsWith("milvaion.datasource.") ? settings.value(key) : null;
    }
}
