package io.milvaion.scheduler.mend.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long START = Long.MAX_VALUE - 5; // nanoTime may be anything

    @Test
    void allowsWhatTheRateGivesByNow() {
        var pace = new Pace(50, START);

        assertThat(pace.allowed(START)).isZero();
        assertThat(pace.allowed(at(10))).isZero();
        assertThat(pace.allowed(at(20))).isEqualTo(1);
        pace.used(1);
        assertThat(pace.allowed(at(39))).isZero();
        assertThat(pace.allowed(at(100))).isEqualTo(4);
    }

    @Test
    void isExactOverManySmallSteps() {
        var pace = new Pace(333, START);
        int used = 0;
        for (int millis = 0; millis <= 10_000; millis += 7) {
            int allowed = pace.allowed(at(millis));
            pace.used(allowed);
            used += allowed;
        }
        assertThat(used).isBetween(3_327, 3_330);
    }

    @Test
    void keepsNoMoreThanASecond() {
        assertThat(new Pace(50, START).allowed(at(3_600_000))).isEqualTo(50);
    }

    private static long at(long millis) {
        return START + TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
