package io.milvaion.scheduler.ground.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.health.SystemHealth.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SystemHealthTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private Instant now = START;
    private final SystemHealth health = new SystemHealth(clock());

    @Test
    void aPartThatNeverReportedDoesNotWork() {
        assertThat(health.works("postgresql", LIMIT)).isFalse();
    }

    @Test
    void aPartThatHasGoneSilentDoesNotWork() {
        health.report("postgresql", Status.UP, "");
        now = START.plus(LIMIT);
        assertThat(health.works("postgresql", LIMIT)).isTrue();

        now = now.plusMillis(1);
        assertThat(health.works("postgresql", LIMIT)).isFalse();
    }

    @Test
    void aDegradedPartWorksAndOneThatIsDownDoesNot() {
        health.report("broker", Status.DEGRADED, "blocked");
        assertThat(health.works("broker", LIMIT)).isTrue();

        health.report("broker", Status.DOWN, "no answer");
        assertThat(health.works("broker", LIMIT)).isFalse();
    }

    @Test
    void aReportTellsSinceWhenTheStatusIsWhatItIs() {
        health.report("redis", Status.DOWN, "no answer");
        now = START.plusSeconds(3);
        health.report("redis", Status.DOWN, "refused");

        var report = health.of("redis").orElseThrow();
        assertThat(report.since()).isEqualTo(START);
        assertThat(report.detail()).isEqualTo("refused");

        health.report("redis", Status.UP, "");
        assertThat(health.of("redis").orElseThrow().since()).isEqualTo(now);
    }

    @Test
    void clocksThatDifferByMoreThanASecondAreAWarning() {
        var skew = new ClockSkew(health);

        skew.compare("Redis", START.minusMillis(600), START);
        assertThat(health.of("clock").orElseThrow().status()).isEqualTo(Status.UP);

        skew.compare("PostgreSQL", START.plusMillis(600), START);
        assertThat(skew.largest()).isEqualTo(Duration.ofMillis(1_200));
        assertThat(health.of("clock").orElseThrow().status()).isEqualTo(Status.DEGRADED);
        assertThat(health.of("clock").orElseThrow().detail())
                .contains("-600 ms ahead of PostgreSQL", "600 ms ahead of Redis");

        skew.compare("PostgreSQL", START, START);
        assertThat(health.of("clock").orElseThrow().status()).isEqualTo(Status.UP);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
