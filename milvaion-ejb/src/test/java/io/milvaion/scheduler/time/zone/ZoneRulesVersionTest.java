package io.milvaion.scheduler.time.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneRulesVersionTest {

    @ParameterizedTest
    @CsvSource({
        "2025a, 2025-10-01T23:59:59Z, false",
        "2025a, 2025-10-02T00:00:00Z, true",
        "2025b, 2025-12-01T00:00:00Z, false",
        "2025b, 2025-12-02T00:00:00Z, true",
        "2025c, 2026-02-02T00:00:00Z, true",
        "2026f, 2027-08-01T00:00:00Z, false",
        "2026f, 2027-08-02T00:00:00Z, true",
        "2022g, 2023-09-01T00:00:00Z, false",
        "2022g, 2023-09-02T00:00:00Z, true",
        "2031z, 2031-06-01T00:00:00Z, false",
        "rules of our own, 2099-01-01T00:00:00Z, false",
    })
    void warnsWhenItIsOlderThanNineMonths(String name, Instant now, boolean old) {
        assertThat(new ZoneRulesVersion(name).warning(now).isPresent()).isEqualTo(old);
    }

    @Test
    void theWarningNamesTheVersionAndTheCure() {
        assertThat(new ZoneRulesVersion("2025a").warning(Instant.parse("2026-11-28T00:00:00Z")))
                .hasValueSatisfying(
                        warning -> assertThat(warning).contains("2025a", "its Java is", "updated"));
    }

    @Test
    void theInstalledOneIsARelease() {
        assertThat(JavaZones.INSTALLED.version().name()).matches("20[0-9]{2}[a-z]");
    }

    @Test
    void ofTwoTheNewerIsTheOneOfTheLaterYearOrLetter() {
        assertThat(
                        Stream.of("2026b", "2025z", "ours", "2026a", "2025za", "2025c")
                                .map(ZoneRulesVersion::new)
                                .sorted()
                                .map(ZoneRulesVersion::name))
                .containsExactly("ours", "2025c", "2025z", "2025za", "2026a", "2026b");
    }
}
