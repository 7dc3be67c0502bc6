package io.milvaion.scheduler.time.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.time.misfire.MisfirePolicy;
import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private static final Instant NOON = Instant.parse("2026-01-22T12:00:00Z");

    @Test
    void aCronJobIsPlannedByItsExpression() {
        Timetable hourly = CronSchedule.parse("@hourly", ZoneId.of("UTC"), DstRules.DEFAULT);

        assertThat(hourly.firstAtOrAfter(NOON)).contains(NOON);
        assertThat(hourly.nextAfter(NOON)).contains(NOON.plusSeconds(3600));
    }

    @Test
    void aOneTimeJobIsPlannedOnceAtAWholeMillisecond() {
        Timetable once = Timetable.once(NOON.plusNanos(1_999_999));
        Instant planned = NOON.plusMillis(1);

        assertThat(once.firstAtOrAfter(NOON)).contains(planned);
        assertThat(once.firstAtOrAfter(planned)).contains(planned);
        assertThat(once.firstAtOrAfter(planned.plusMillis(1))).isEmpty();
        assertThat(once.nextAfter(NOON)).contains(planned);
        assertThat(once.nextAfter(planned)).isEmpty();
    }

    @Test
    void aJobWithNeitherIsNeverPlanned() {
        Timetable triggersOnly = Timetable.none();

        assertThat(triggersOnly.firstAtOrAfter(NOON)).isEmpty();
        assertThat(triggersOnly.nextAfter(NOON)).isEmpty();
    }

    @Test
    void wireTextsAreLowerCaseNames() {
        assertThat(DstGap.parse("shift")).contains(DstGap.SHIFT);
        assertThat(DstGap.SKIP.wire()).isEqualTo("skip");
        assertThat(DstOverlap.parse("both")).contains(DstOverlap.BOTH);
        assertThat(DstOverlap.SECOND.wire()).isEqualTo("second");
        assertThat(MisfirePolicy.parse("once")).contains(MisfirePolicy.ONCE);
        assertThat(MisfirePolicy.ALL.wire()).isEqualTo("all");
        assertThat(MisfirePolicy.parse("ONCE")).isEqualTo(Optional.empty());
        assertThat(DstGap.parse(null)).isEmpty();
    }
}
