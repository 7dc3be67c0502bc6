package io.milvaion.web.ground.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.platform.config.InvalidSetting;
import io.milvaion.platform.config.SettingsReader;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {

    private static final String HOST = "jobs.example.org:8080";

    private final AllowedOrigins origins = origins("https://ops.example.org, http://[::1]:9000");

    @ParameterizedTest
    @CsvSource({
        "same-origin,http://jobs.example.org:8080",
        "none,",
        ",http://jobs.example.org:8080",
        ",https://Jobs.example.org",
        ",",
        "cross-site,https://ops.example.org",
        "same-site,https://OPS.example.org",
        ",http://[::1]:9000"
    })
    void ownPagesProgramsAndNamedOriginsMayWrite(String site, String origin) {
        assertThat(origins.allow(new Sender(site, origin, HOST, true))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site,https://evil.example",
        "cross-site,",
        "same-site,http://jobs.example.org:9000",
        "cross-site,http://jobs.example.org:8080",
        "nonsense,",
        ",null",
        ",https://evil.example",
        ",https://jobs.example.org.evil.example",
        ",http://jobs exa mple.org",
        ",http://ops.example.org",
        ",http://[::1]:9001"
    })
    void pagesOfOthersMayNot(String site, String origin) {
        assertThat(origins.allow(new Sender(site, origin, HOST, true))).isFalse();
    }

    @Test
    void aPageOfSomeHostIsForeignWhereNoHostIsNamed() {
        assertThat(origins.allow(new Sender(null, "https://a.example", null, true))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ops.example.org",
                "https://ops.example.org/",
                "*",
                "null",
                "https://*.example.org",
                "https://a.example,",
                "ftp://a.example",
                "https://u@a.example"
            })
    void aSettingThatIsNoOriginStopsTheStart(String setting) {
        assertThatThrownBy(() -> origins(setting))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("milvaion.http.allowed-origins");
    }

    private static AllowedOrigins origins(String setting) {
        return new AllowedOrigins(
                new SettingsReader(
                        key ->
                                Optional.ofNullable(
                                        Map.of("milvaion.http.allowed-origins", setting)
                                                .get(key))));
    }
}
