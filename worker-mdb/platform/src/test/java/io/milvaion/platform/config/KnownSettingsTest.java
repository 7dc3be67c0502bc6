package io.milvaion.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class KnownSettingsTest {

    private static final Path DOCUMENT =
            Path.of(System.getProperty("basedir", "."), "../../docs/configuration.md");

    @Test
    void documentHasOneRowForEachSetting() throws IOException {
        var expected =
                KnownSettings.ALL.stream()
                        .map(KnownSettingsTest::row)
                        .collect(Collectors.joining("\n"));

        var rows =
                Files.readAllLines(DOCUMENT).stream()
                        .dropWhile(line -> !line.startsWith("| Key |"))
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|"))
                        .collect(Collectors.joining("\n"));

        assertThat(rows).isEqualTo(expected);
    }

    @Test
    void keysAndNamesAreUnique() {
        var seen = new HashSet<String>();
        for (Setting setting : KnownSettings.ALL) {
            assertThat(seen.add(setting.key())).as(setting.key()).isTrue();
            assertThat(seen.add(setting.guideName())).as(setting.guideName()).isTrue();
            assertThat(seen.add(setting.environmentVariable())).isTrue();
            assertThat(setting.key()).matches("[a-z0-9.-]+|job-consumers\\.<JobClass>\\.[a-z-]+");
        }
    }

    @Test
    void settingThatIsNotListedCannotBeRead() {
        var nothingGiven =
                (Config)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {Config.class},
                                (proxy, method, arguments) -> Optional.empty());
        var reader = new SettingsReader(nothingGiven);

        assertThatThrownBy(() -> reader.text("milvaion.redis.uri"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("milvaion.redis.uri");
        assertThat(reader.integer("job-consumers.SendEmailJob.max-retries", 3, 0, 9)).isEqualTo(3);
    }

    @Test
    void jobClassIsOneNameInTheKey() {
        assertThat(KnownSettings.contains("job-consumers.SendEmailJob.timeout-seconds")).isTrue();
        assertThat(KnownSettings.contains("job-consumers..timeout-seconds")).isFalse();
        assertThat(KnownSettings.contains("job-consumers.timeout-seconds")).isFalse();
        assertThat(KnownSettings.keyAt(List.of("JobConsumers", "A b", "TimeoutSeconds"))).isEmpty();
    }

    private static String row(Setting setting) {
        return "| `%s` | `%s` | `%s` | %s | %s | %s |"
                .formatted(
                        setting.key(),
                        setting.environmentVariable(),
                        setting.guideName(),
                        setting.initial(),
                        setting.allowed(),
                        setting.meaning());
    }
}
