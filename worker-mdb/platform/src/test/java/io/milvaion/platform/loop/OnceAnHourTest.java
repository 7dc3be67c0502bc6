package io.milvaion.platform.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnceAnHourTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T10:00:00Z, PT7M",
        "2026-01-01T10:06:59Z, PT1S",
        "2026-01-01T10:07:00Z, PT1H",
        "2026-01-01T10:07:30Z, PT59M30S",
        "2026-01-01T23:59:00Z, PT8M"
    })
    void restsUntilTheMinuteComes(Instant now, Duration rest) {
        var work = new OnceAnHour(() -> {}, 7, Clock.fixed(now, ZoneOffset.UTC));

        assertThat(work.untilNext()).isEqualTo(rest);
    }
}
