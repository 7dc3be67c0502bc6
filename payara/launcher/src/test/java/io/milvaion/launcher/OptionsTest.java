package io.milvaion.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void withoutAnyOptionOneNodeStartsFastOnPort8080() {
        Options options = Options.of(properties(Map.of()));

        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.nodes()).isEqualTo(1);
        assertThat(options.workers()).isZero();
        assertThat(options.data()).isEqualTo(Path.of("/project/.milvaion"));
        assertThat(options.jvm()).containsExactly("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        assertThat(options.settings()).isEmpty();
    }

    @Test
    void theJvmFlagsReplaceTheDefaultAndMayBeNone() {
        assertThat(Options.of(properties(Map.of("milvaion.jvm", " -Xmx2g  -XX:+UseG1GC "))).jvm())
                .containsExactly("-Xmx2g", "-XX:+UseG1GC");
        assertThat(Options.of(properties(Map.of("milvaion.jvm", ""))).jvm()).isEmpty();
    }

    @Test
    void otherKeysAreSettingsThatTheNodesGet() {
        Options options =
                Options.of(
                        properties(
                                Map.of(
                                        "milvaion.job-dispatcher.lock-ttl-seconds", "600",
                                        "milvaion.nodes", "2",
                                        "user.name", "me")));

        assertThat(options.jvmWithSettings())
                .endsWith("-Dmilvaion.job-dispatcher.lock-ttl-seconds=600")
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"port,0", "port,65536", "port,http", "nodes,0", "nodes,21", "workers,-1"})
    void aNumberOutOfRangeIsRefusedByName(String name, String value) {
        assertThatThrownBy(() -> Options.of(properties(Map.of("milvaion." + name, value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("milvaion." + name + " must be a number from")
                .hasMessageEndingWith("'" + value + "'");
    }

    @Test
    void theDirectoryGivenIsTaken() {
        assertThat(Options.of(properties(Map.of("milvaion.data", "/elsewhere/../data"))).data())
                .isEqualTo(Path.of("/data"));
    }

    private static Properties properties(Map<String, String> given) {
        Properties properties = new Properties();
        properties.setProperty("milvaion.launcher.home", "/project");
        properties.setProperty("milvaion.launcher.payara", "/repository/payara-micro.jar");
        properties.setProperty("milvaion.launcher.war", "/project/milvaion.war");
        properties.setProperty("milvaion.launcher.worker-war", "/project/worker.war");
        given.forEach(properties::setProperty);
        return properties;
    }
}
