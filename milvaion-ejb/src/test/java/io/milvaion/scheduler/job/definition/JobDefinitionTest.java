package io.milvaion.scheduler.job.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobDefinitionTest {

    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00.500Z");

    @Test
    void cronRunsNextAfterNow() {
        assertThat(job("* * * * * *", null, true).firstRun(NOW, null))
                .contains(Instant.parse("2030-01-01T12:00:01Z"));
    }

    @Test
    void anInstantThatHasRunAheadOfOurClockIsNotPlannedAgain() {
        var ahead = Instant.parse("2030-01-01T12:00:01Z");

        assertThat(job("* * * * * *", null, true).firstRun(NOW, ahead))
                .contains(ahead.plusSeconds(1));
    }

    @Test
    void aSingleRunIsPlannedUpToTwoSecondsLateButNotTwice() {
        var at = NOW.minusSeconds(2);

        assertThat(job(null, at, true).firstRun(NOW, null)).contains(at);
        assertThat(job(null, at.minusMillis(1), true).firstRun(NOW, null)).isEmpty();
        assertThat(job(null, at, true).firstRun(NOW, at)).isEmpty();
    }

    @Test
    void anInactiveJobPlansNothing() {
        assertThat(job("* * * * * *", null, false).firstRun(NOW, null)).isEmpty();
    }

    private static JobDefinition job(String cron, Instant executeAt, boolean active) {
        return new JobDefinition(
                "a", null, List.of(), null, "log", "{}", cron, "UTC", executeAt, active, 0, null,
                null, null, null, "once", "shift", "first", "retry", null, null, null);
    }
}
