package io.milvaion.web.ground.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.platform.config.SettingsReader;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

    private final AllowedHosts hosts =
            hosts("jobs.example.org, *.ops.example.org,milvaion_1,xn--bcher-kva.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8080",
                "localhost.",
                "localhost.:80",
                "a.localhost:1",
                "127.0.0.1",
                "127.0.0.1:8080",
                "10.1.2.3:80",
                "[::1]:8080",
                "[fe80::1]",
                "jobs.example.org",
                "Jobs.Example.org:443",
                "a.ops.example.org",
                "b.a.ops.example.org",
                "milvaion_1:8080",
                "xn--bcher-kva.example"
            })
    void itsOwnNamesAndAddressesAreAnswered(String host) {
        assertThat(hosts.include(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "jobs.example.org.evil.example",
                "evil-jobs.example.org",
                "ops.example.org",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "1.2.3.4.example",
                "127.1",
                "",
                ":8080",
                "localhost@evil.example",
                "example.org",
                "evil.example:80:80",
                "localhost:x"
            })
    void otherHostsAreNot(String host) {
        assertThat(hosts.include(host)).isFalse();
    }

    @Test
    void aProgramMaySendNoHost() {
        assertThat(hosts.include(null)).isTrue();
    }

    @Test
    void aStarAnswersToAnyHost() {
        assertThat(hosts("*").include("evil.example")).isTrue();
        assertThat(hosts("").include("evil.example")).isFalse();
    }

    private static AllowedHosts hosts(String names) {
        return new AllowedHosts(
                new SettingsReader(
                        key ->
                                Optional.ofNullable(
                                        Map.of("milvaion.http.allowed-hosts", names).get(key))));
    }
}
