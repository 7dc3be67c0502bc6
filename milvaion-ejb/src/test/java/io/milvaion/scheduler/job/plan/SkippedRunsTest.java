package io.milvaion.scheduler.job.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.state.missed.MissedReason;
import io.milvaion.scheduler.state.missed.Skip;
import io.milvaion.scheduler.state.occurrence.OccurrenceId;
import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.zone.DstRules;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SkippedRunsTest {

    private static final UUID JOB = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
    private static final Timetable EACH_SECOND =
            CronSchedule.parse("* * * * * *", ZoneOffset.UTC, DstRules.DEFAULT);

    @Test
    void eachInstantUpToNowIsRecordedUnderTheIdOfTheRunItWouldHaveBeen() {
        var skipped =
                SkippedRuns.until(
                        NOW, JOB, EACH_SECOND, NOW.minusSeconds(2), MissedReason.RESCHEDULED);

        assertThat(skipped)
                .extracting(Skip::first)
                .containsExactly(NOW.minusSeconds(2), NOW.minusSeconds(1), NOW);
        assertThat(skipped.get(0).id()).isEqualTo(OccurrenceId.planned(JOB, NOW.minusSeconds(2)));
    }

    @Test
    void moreThanAThousandAreOneRange() {
        var skipped =
                SkippedRuns.until(
                        NOW, JOB, EACH_SECOND, NOW.minusSeconds(4_999), MissedReason.DELETED);

        assertThat(skipped).hasSize(1);
        assertThat(skipped.get(0).count()).isEqualTo(5_000);
        assertThat(skipped.get(0).last()).isEqualTo(NOW);
    }

    @Test
    void whatIsNotDueYetIsNotSkipped() {
        assertThat(
                        SkippedRuns.until(
                                NOW, JOB, EACH_SECOND, NOW.plusMillis(1), MissedReason.DELETED))
                .isEmpty();
        assertThat(SkippedRuns.until(NOW, JOB, EACH_SECOND, null, MissedReason.DELETED)).isEmpty();
    }

    @Test
    void aSingleRunThatIsDueIsSkippedOnce() {
        var once = Timetable.once(NOW.minusMillis(5));

        assertThat(SkippedRuns.until(NOW, JOB, once, NOW.minusMillis(5), MissedReason.DEACTIVATED))
                .extracting(Skip::first)
                .containsExactly(NOW.minusMillis(5));
    }
}
