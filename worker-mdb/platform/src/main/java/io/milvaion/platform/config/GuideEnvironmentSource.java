package io.milvaion.platform.config;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Settings from environment variables like {@code MilvaionConfig__JobDispatcher__BatchSize}. */
public final class GuideEnvironmentSource implements ConfigSource {

    static final int ORDINAL = 290;

    private final GivenSettings settings;

    public GuideEnvironmentSource() {
        this(System.getenv());
    }

    GuideEnvironmentSource(Map<String, String> environment) {
        settings = GivenSettings.read(() -> GuideEnvironment.read(environment));
    }

    /** Above the file, below {@code MILVAION_JOB_DISPATCHER_BATCH_SIZE}. */
    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    @Override
    public String getName() {
        return "environment variables with double underscores";
    }

    @Override
    public Set<String> getPropertyNames() {
        return settings.names();
    }

    /**
     * @throws InvalidSetting if one of the variables has a name that no setting has
     */
    @Override
    public String getValue(String key) {
        return settings.value(key);
    }
}
