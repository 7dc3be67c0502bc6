package io.milvaion.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireInstantTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T17:05:09.120456Z, 2026-11-24T17:05:09.120Z",
        "2026-11-24T17:05:09Z, 2026-11-24T17:05:09.000Z",
        "1969-12-31T23:59:59.999999Z, 1969-12-31T23:59:59.999Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00.000Z",
        "+10000-01-01T00:00:00Z, +10000-01-01T00:00:00.000Z",
        "-0001-01-01T00:00:00Z, -0001-01-01T00:00:00.000Z",
    })
    void writesThreeDigitsOfASecond(Instant at, String wire) {
        assertThat(WireInstant.format(at)).isEqualTo(wire);
    }

    @Test
    void readsWhatItHasWritten() {
        var random = new Random(20_261_124);
        for (int i = 0; i < 20_000; i++) {
            var at =
                    Instant.ofEpochMilli(
                            random.nextLong(-62_167_219_200_000L, 253_402_300_800_000L));
            assertThat(WireInstant.parse(WireInstant.format(at))).isEqualTo(at);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T12:00:00.500Z",
                "2026-11-24T24:00:00.000Z",
                "2026-12-31T23:59:60.000Z",
                "2026-11-24T17:05:09Z",
                "2026-11-24T17:05:09.123456789Z",
                "2026-11-24t17:05:09.123z",
                "+12026-11-24T17:05:09.123Z"
            })
    void readsAllThatIsAnInstant(String text) {
        assertThat(WireInstant.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-02-30T12:00:00.500Z",
                "2026-13-01T12:00:00.500Z",
                "2026-11-24T25:00:00.000Z",
                "2026-11-24T17:60:00.000Z",
                "2026-11-24T17:05:61.000Z",
                "2026-11-24 17:05:09.123Z",
                "2026-11-24T17:05:09.12٣Z"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> WireInstant.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
