package io.milvaion.cli.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.cli.Mistake;
import io.milvaion.cli.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    private static final Config KNOWN =
            Config.EMPTY
                    .with("test", context("https://test.example/sched", "mvk_test"))
                    .with("prod", context("https://prod.example", "mvk_prod"));

    @Test
    void theLastLoginIsUsed() {
        assertThat(Target.of(terminal(Map.of()), KNOWN, null, null))
                .isEqualTo(new Target(URI.create("https://prod.example/"), "mvk_prod", null));
    }

    @Test
    void anOptionGoesBeforeAVariableBeforeTheFile() {
        var terminal = terminal(Map.of("MILVAION_CONTEXT", "test"));
        assertThat(Target.of(terminal, KNOWN, null, null).apiKey()).isEqualTo("mvk_test");
        assertThat(Target.of(terminal, KNOWN, "prod", null).apiKey()).isEqualTo("mvk_prod");
    }

    @Test
    void anAddressKeepsItsPath() {
        assertThat(
                        Target.of(terminal(Map.of()), KNOWN, "test", null)
                                .address()
                                .resolve("api/v1/jobs"))
                .isEqualTo(URI.create("https://test.example/sched/api/v1/jobs"));
    }

    @Test
    void aKeyIsShownToNoOtherServer() {
        var elsewhere = URI.create("https://elsewhere.example");
        assertThat(Target.of(terminal(Map.of()), KNOWN, null, elsewhere).apiKey()).isNull();
        var other = terminal(Map.of("MILVAION_ADDRESS", "http://test.example/sched"));
        assertThat(Target.of(other, KNOWN, null, null).apiKey()).as("http for https").isNull();
    }

    @Test
    void aKeyOfTheEnvironmentIsUsed() {
        var terminal =
                terminal(
                        Map.of(
                                "MILVAION_ADDRESS",
                                "http://a.example",
                                "MILVAION_API_KEY",
                                "mvk_env"));
        assertThat(Target.of(terminal, Config.EMPTY, null, null).apiKey()).isEqualTo("mvk_env");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8080",
                "ftp://a.example",
                "/sched",
                "http://user:x@a.example",
                "http://a.example?x=1"
            })
    void whatIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> Target.of(terminal(Map.of()), KNOWN, null, URI.create(address)))
                .isInstanceOf(Mistake.class);
    }

    @Test
    void withoutAnythingItSaysWhatToDo() {
        assertThatThrownBy(() -> Target.of(terminal(Map.of()), Config.EMPTY, null, null))
                .isInstanceOf(Mistake.class)
                .hasMessageContaining("milvaion login");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerReadsTheFile(@TempDir Path directory) throws IOException {
        var file = new ConfigFile(directory.resolve("new").resolve("config.yaml"));
        file.write(KNOWN);
        assertThat(file.read()).isEqualTo(KNOWN);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void aBrokenFileIsNamed(@TempDir Path directory) throws IOException {
        var path = Files.writeString(directory.resolve("config.yaml"), "contexts: [");
        assertThatThrownBy(() -> new ConfigFile(path).read())
                .isInstanceOf(Mistake.class)
                .hasMessageContaining("config.yaml");
    }

    private static Context context(String address, String key) {
        return new Context(URI.create(address), "ada", key, null, null);
    }

    private static Terminal terminal(Map<String, String> environment) {
        return new Terminal(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                new BufferedReader(new StringReader("")),
                environment,
                null);
    }
}
