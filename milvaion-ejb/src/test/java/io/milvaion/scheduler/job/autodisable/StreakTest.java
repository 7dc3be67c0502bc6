package io.milvaion.scheduler.job.autodisable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StreakTest {

    private static final Instant START = Instant.parse("2030-01-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void soManyFailuresWithinTheWindowTrip() {
        assertThat(minutes(3, 0, 1).trips(3, HOUR)).isFalse();
        assertThat(minutes(3, 0, 30, 60).trips(3, HOUR)).isTrue();
    }

    @Test
    void failuresThatAreSpreadOverMoreThanTheWindowDoNot() {
        assertThat(minutes(3, 0, 30, 61).trips(3, HOUR)).isFalse();
        assertThat(minutes(3, 0, 30, 61, 90).trips(3, HOUR)).as("the last three").isTrue();
    }

    @Test
    void noLimitTripsNever() {
        assertThat(minutes(0, 0, 1, 2, 3, 4, 5).trips(0, HOUR)).isFalse();
    }

    @Test
    void allFailuresCountButOnlySoManyAreKeptAsMayTrip() {
        var streak = minutes(2, 0, 1, 2, 3);

        assertThat(streak.failures()).isEqualTo(4);
        assertThat(streak.recent()).containsExactly(at(2), at(3));
    }

    @Test
    void aLowerLimitLooksAtTheNewestOnly() {
        assertThat(minutes(5, 0, 100, 101).trips(2, HOUR)).isTrue();
    }

    private static Streak minutes(int limit, int... ends) {
        var streak = Streak.NONE;
        for (int end : ends) {
            streak = streak.failed(at(end), "it broke", limit);
        }
        return streak;
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
