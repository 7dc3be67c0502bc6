package io.milvaion.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigValue;
import org.junit.jupiter.api.Test;

class ShownSettingsTest {

    private final Map<String, ConfigValue> given = new HashMap<>();

    @Test
    void eachSettingSaysItsValueAndWhereItIsFrom() {
        give("milvaion.console.name", "Night shift", GuideFileSource.ORDINAL);
        give("milvaion.export.max-rows", " 7 ", 300);

        assertThat(shown("milvaion.console.name").value()).contains("Night shift");
        assertThat(shown("milvaion.console.name").place()).isEqualTo(SettingPlace.FILE);
        assertThat(shown("milvaion.export.max-rows").value()).contains("7");
        assertThat(shown("milvaion.export.max-rows").place()).isEqualTo(SettingPlace.ENVIRONMENT);
        assertThat(shown("milvaion.export.max-seconds").value()).isEmpty();
        assertThat(shown("milvaion.export.max-seconds").initially()).isEqualTo("600");
        assertThat(shown("milvaion.export.max-seconds").place()).isEqualTo(SettingPlace.DEFAULT);
    }

    @Test
    void nothingSecretIsShownWhereverItIsPartOf() {
        for (Setting<?> setting : KnownSettings.ALL) {
            give(setting.key(), "postgresql://ann:hunter2@db/x?password=hunter2", 400);
        }
        give("milvaion.redis.url", "redis://:hunter2@cache:6379/0", 400);
        give("milvaion.rabbitmq.url", "amqp://ann:hunter2@hunter2@broker/%2F", 400);
        give("milvaion.oidc.issuer", "https://ann:hunter2@login.example.org/", 400);

        assertThat(shown("milvaion.redis.url").value()).contains("redis://***@cache:6379/0");
        assertThat(shown("milvaion.rabbitmq.url").value()).contains("amqp://***@broker/%2F");
        assertThat(shown("milvaion.oidc.issuer").value())
                .contains("https://***@login.example.org/");
        for (ShownSetting shown : all()) {
            if (shown.key().matches("milvaion\\.(db\\.url|secret|datasource\\.(url|password))")
                    || shown.key()
                            .matches(".*(password|secret|api-key|signing-key|workers\\.keys)")) {
                assertThat(shown.secret()).as(shown.key()).isTrue();
                assertThat(shown.value()).as(shown.key()).isEmpty();
                assertThat(shown.place()).as(shown.key()).isEqualTo(SettingPlace.SYSTEM_PROPERTY);
            }
        }
        assertThat(shown("milvaion.db.url").initially()).doesNotContain("milvaion:milvaion");
    }

    @Test
    void settingsOfJobClassesAreShownIfTheyAreGiven() {
        give("job-consumers.SendEmailJob.max-retries", "3", 300);

        assertThat(shown("job-consumers.SendEmailJob.max-retries").value()).contains("3");
        assertThat(all()).noneMatch(s -> s.key().contains("<"));
    }

    private Iterable<ShownSetting> all() {
        return new ShownSettings(
                        given.keySet(), key -> given.getOrDefault(key, new Value(key, null, 0)))
                .all();
    }

    private ShownSetting shown(String key) {
        for (var setting : all()) {
            if (setting.key().equals(key)) {
                return setting;
            }
        }
        throw new AssertionError("no " + key);
    }

    private void give(String key, String value, int ordinal) {
        given.put(key, new Value(key, value, ordinal));
    }

    private record Value(String name, String value, int ordinal) implements ConfigValue {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getValue() {
            return value;
        }

        @Override
        public String getRawValue() {
            return value;
        }

        @Override
        public String getSourceName() {
            return "source";
        }

        @Override
        public int getSourceOrdinal() {
            return ordinal;
        }
    }
}
