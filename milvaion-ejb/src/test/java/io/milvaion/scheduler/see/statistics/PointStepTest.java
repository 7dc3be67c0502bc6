package io.milvaion.scheduler.see.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.platform.config.SettingsReader;
import io.milvaion.scheduler.state.tally.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointStepTest {

    private static final Instant NOW = Instant.parse("2026-03-03T10:20:30.456Z");

    @ParameterizedTest(name = "{0} in {1} parts")
    @CsvSource({
        "PT1H, 100, PT1M, MINUTE",
        "PT1M, 1, PT15M, MINUTE",
        "PT24H, 100, PT15M, MINUTE",
        "PT24H, 96, PT1H, HOUR",
        "PT47H, 500, PT15M, MINUTE",
        "PT49H, 500, PT1H, HOUR",
        "PT168H, 200, PT1H, HOUR",
        "PT168H, 7, P7D, DAY",
        "P90D, 500, PT6H, HOUR",
        "P91D, 500, P1D, DAY",
        "P365D, 500, P1D, DAY",
        "P730D, 500, P7D, DAY",
        "P20000D, 500, P364D, DAY"
    })
    void theShortestStepIsTakenThatIsKeptAndGivesFewEnoughParts(
            Duration range, int parts, Duration length, Period period) {
        assertThat(step(NOW.minus(range), parts)).isEqualTo(new PointStep(length, period));
    }

    @Test
    void partsBeginAndEndAtRoundTimes() {
        var step = step(NOW.minus(Duration.ofHours(24)), 96);

        assertThat(step.begin(NOW)).isEqualTo("2026-03-03T10:00:00Z");
        assertThat(step.end(NOW)).isEqualTo("2026-03-03T11:00:00Z");
        assertThat(step.end(step.begin(NOW))).isEqualTo("2026-03-03T10:00:00Z");
    }

    private static PointStep step(Instant from, int parts) {
        return PointStep.of(from, NOW, parts, NOW, new SettingsReader(key -> Optional.empty()));
    }
}
