package io.milvaion.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnownSettingsTest {

    private static final Path DOCUMENT =
            Path.of(System.getProperty("basedir", "."), "../../docs/configuration.md");

    private static final String BEGIN = "<!-- begin of what KnownSettingsTest writes -->\n";
    private static final String END = "<!-- end of what KnownSettingsTest writes -->\n";

    /** With {@code -Dmilvaion.docs=write} the table is written anew. */
    @Test
    void documentHasOneRowForEachSetting() throws IOException {
        var page = Files.readString(DOCUMENT);
        var before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        var after = page.substring(page.indexOf(END));
        var expected = before + table() + after;

        if ("write".equals(System.getProperty("milvaion.docs"))) {
            Files.writeString(DOCUMENT, expected);
        }

        assertThat(Files.readString(DOCUMENT))
                .as(
                        "docs/configuration.md, whose table is written by ./mvnw test"
                                + " -pl worker-mdb/platform -am -Dtest=KnownSettingsTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Dmilvaion.docs=write")
                .isEqualTo(expected);
    }

    @Test
    void keysAndNamesAreUnique() {
        var seen = new HashSet<String>();
        for (Setting<?> setting : KnownSettings.ALL) {
            assertThat(seen.add(setting.key())).as(setting.key()).isTrue();
            assertThat(seen.add(setting.guideName())).as(setting.guideName()).isTrue();
            assertThat(seen.add(setting.environmentVariable())).isTrue();
            assertThat(setting.key()).matches("[a-z0-9.-]+|job-consumers\\.<JobClass>\\.[a-z-]+");
        }
    }

    @Test
    void constantsAreListedAndCalledLikeTheirKeys() throws IllegalAccessException {
        var constants =
                Stream.of(
                                KnownSettings.class,
                                KnownElsewhereSettings.class,
                                KnownConsoleSettings.class,
                                KnownProtectionSettings.class,
                                KnownWorkerSettings.class)
                        .flatMap(type -> Arrays.stream(type.getFields()))
                        .filter(field -> field.getType() == Setting.class)
                        .toList();
        for (Field field : constants) {
            var setting = (Setting<?>) field.get(null);
            assertThat(KnownSettings.ALL).contains(setting);
            assertThat(field.getName())
                    .isEqualTo(
                            setting.environmentVariable()
                                    .replaceFirst("^MILVAION_", "")
                                    .replace("<JOBCLASS>_", ""));
        }
        assertThat(constants).hasSameSizeAs(KnownSettings.ALL);
    }

    @Test
    void defaultsAreAllowed() {
        for (Setting<?> setting : KnownSettings.ALL) {
            if (setting.otherwise() != null) {
                assertThat(setting.form().read(setting.key(), setting.otherwise().toString()))
                        .isEqualTo(setting.otherwise());
            }
        }
    }

    @Test
    void jobClassIsOneNameInTheKey() {
        assertThat(KnownSettings.contains("job-consumers.SendEmailJob.timeout-seconds")).isTrue();
        assertThat(KnownSettings.contains("job-consumers..timeout-seconds")).isFalse();
        assertThat(KnownSettings.contains("job-consumers.timeout-seconds")).isFalse();
        assertThat(GuideNames.keyAt(List.of("JobConsumers", "A b", "TimeoutSeconds"))).isEmpty();
    }

    private static String table() {
        return KnownSettings.ALL.stream()
                .map(KnownSettingsTest::row)
                .collect(
                        Collectors.joining(
                                "",
                                """
                                | Key | Environment variable | In `milvaion.json` | Default | Allowed | Meaning |
                                |---|---|---|---|---|---|
                                """,
                                ""));
    }

    private static String row(Setting<?> setting) {
        return "| `%s` | `%s` | `%s` | %s | %s | %s |\n"
                .formatted(
                        setting.key(),
                        setting.environmentVariable(),
                        setting.guideName(),
                        setting.initial(),
                        setting.form().allowed(),
                        setting.meaning());
    }
}
