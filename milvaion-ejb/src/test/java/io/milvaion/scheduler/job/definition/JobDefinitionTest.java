package io.milvaion.scheduler.job.definition;

import static io.milvaion.scheduler.job.definition.JobBuilder.aJob;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobDefinitionTest {

    private static final UUID ID = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00.500Z");
    private static final JobDefinition EVERY_SECOND = aJob().every("* * * * * *").build();

    @Test
    void cronRunsNextAfterNow() {
        assertThat(EVERY_SECOND.firstRun(ID, NOW, null))
                .contains(Instant.parse("2030-01-01T12:00:01Z"));
    }

    @Test
    void anInstantThatHasRunAheadOfOurClockIsNotPlannedAgain() {
        var ahead = Instant.parse("2030-01-01T12:00:01Z");

        assertThat(EVERY_SECOND.firstRun(ID, NOW, ahead)).contains(ahead.plusSeconds(1));
    }

    @Test
    void aSingleRunIsPlannedUpToTwoSecondsLateButNotTwice() {
        var at = NOW.minusSeconds(2);

        assertThat(onceAt(at).firstRun(ID, NOW, null)).contains(at);
        assertThat(onceAt(at.minusMillis(1)).firstRun(ID, NOW, null)).isEmpty();
        assertThat(onceAt(at).firstRun(ID, NOW, at)).isEmpty();
    }

    @Test
    void anInactiveJobPlansNothing() {
        assertThat(aJob().every("* * * * * *").active(false).build().firstRun(ID, NOW, null))
                .isEmpty();
    }

    private static JobDefinition onceAt(Instant at) {
        return aJob().onceAt(at).build();
    }
}
