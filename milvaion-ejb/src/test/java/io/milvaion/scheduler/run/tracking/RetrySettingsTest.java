package io.milvaion.scheduler.run.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetrySettingsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 5, 0.5, 5000",
        "2, 5, 0.5, 10000",
        "3, 5, 0.5, 20000",
        "1, 5, 0.0, 4000",
        "1, 5, 1.0, 6000",
        "10, 5, 0.5, 2560000",
        "11, 5, 0.5, 3600000",
        "1000, 5, 0.5, 3600000",
        "1, 7200, 0.5, 3600000",
    })
    void theWaitDoublesUpToItsCapAndVaries(int attempt, int base, double random, long millis) {
        var settings = new RetrySettings(3, 5, Duration.ofHours(1), 0.2);

        assertThat(settings.backoff(attempt, base, random)).isEqualTo(Duration.ofMillis(millis));
    }
}
