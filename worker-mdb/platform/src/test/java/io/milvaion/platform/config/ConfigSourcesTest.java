package io.milvaion.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigSourcesTest {

    @ParameterizedTest
    @CsvSource({
        "MilvaionConfig__JobDispatcher__LockTtlSeconds, milvaion.job-dispatcher.lock-ttl-seconds",
        "MilvaionConfig__RabbitMQ__Url,                 milvaion.rabbitmq.url",
        "Worker__MaxParallelJobs,                       worker.max-parallel-jobs",
        "Worker__WorkerId,                              worker.id",
        "JobConsumers__Send_Mail__TimeoutSeconds,       job-consumers.Send_Mail.timeout-seconds",
    })
    void variableWithDoubleUnderscoresSetsTheKey(String variable, String key) {
        var source = new GuideEnvironmentSource(Map.of(variable, "7", "PATH", "x", "A__B", "y"));

        assertThat(source.getValue(key)).isEqualTo("7");
        assertThat(source.getPropertyNames()).containsExactly(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Worker__MaxParalelJobs",
                "Worker__",
                "MilvaionConfig__JobDispatcher",
                "JobConsumers__SendEmailJob__MaxParallelJobs__X",
            })
    void misspeltVariableIsRefusedByName(String variable) {
        var source = new GuideEnvironmentSource(Map.of(variable, "7"));

        assertThatThrownBy(() -> source.getValue("worker.enabled"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("environment variable " + variable);
    }

    @Test
    void databaseAddressComesFromTheMostSpecificPlace(@TempDir Path directory) throws Exception {
        var file =
                Files.writeString(
                        directory.resolve("milvaion.json"),
                        "{\"MilvaionConfig\":{\"Db\":{\"Url\":\"postgresql://file/m\"}}}");
        ConfigSource inFile = new GuideFileSource(file.toString());
        ConfigSource inEnvironment =
                new GuideEnvironmentSource(
                        Map.of("MilvaionConfig__Db__Url", "postgresql://guide/m"));

        assertThat(host("postgresql://a/m", "postgresql://b/m", inFile)).isEqualTo("a");
        assertThat(host(null, "postgresql://b/m", inFile)).isEqualTo("b");
        assertThat(host(" ", "", inEnvironment, inFile)).isEqualTo("guide");
        assertThat(host(null, null, inFile)).isEqualTo("file");
        assertThat(host(null, null)).isEqualTo("127.0.0.1:5432");
    }

    @Test
    void databaseCredentialsAreKeysOfTheirOwn() {
        var source = new DatabaseSource("postgres://peter:s%20t@h/m", null, List.of());

        assertThat(source.getValue("milvaion.datasource.user")).isEqualTo("peter");
        assertThat(source.getValue("milvaion.datasource.password")).isEqualTo("s t");
        assertThat(source.getValue("milvaion.db.url")).isNull();
    }

    @Test
    void wrongDatabaseAddressIsRefusedWhereTheDataSourceAsks() {
        var source = new DatabaseSource("mysql://h/m", null, List.of());

        assertThatThrownBy(() -> source.getValue("milvaion.datasource.url"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("milvaion.db.url");
        assertThat(source.getValue("milvaion.redis.url")).isNull();
    }

    @Test
    void serverFindsTheSourcesInTheirOrder() {
        var byOrdinal =
                ServiceLoader.load(ConfigSource.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(s -> s.getClass().getPackage().equals(getClass().getPackage()))
                        .sorted((a, b) -> b.getOrdinal() - a.getOrdinal())
                        .map(Object::getClass)
                        .toList();

        assertThat(byOrdinal)
                .isEqualTo(
                        List.of(
                                GuideEnvironmentSource.class,
                                GuideFileSource.class,
                                DatabaseSource.class));
    }

    private static String host(String property, String variable, ConfigSource... others) {
        var url =
                new DatabaseSource(property, variable, List.of(others))
                        .getValue("milvaion.datasource.url");
        return url.replaceAll("jdbc:postgresql://([^/]*)/.*", "$1");
    }
}
