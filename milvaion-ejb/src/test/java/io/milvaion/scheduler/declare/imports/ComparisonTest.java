package io.milvaion.scheduler.declare.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.declare.imports.Comparison.Difference;
import io.milvaion.scheduler.declare.rule.CronRule;
import io.milvaion.scheduler.declare.rule.CronStyle;
import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final PlanZone BERLIN = Zones.named("Europe/Berlin");
    private static final Instant FROM = Instant.parse("2026-12-01T00:00:00Z");

    private static Comparison compare(String theirs, String ours, DstRules rules) {
        return Comparison.of(
                CronRule.of(theirs, CronStyle.QUARTZ, BERLIN),
                CronSchedule.parse(ours, BERLIN, rules),
                FROM);
    }

    @Test
    void equalRunsDoNotDiffer() {
        var rules = new DstRules(DstGap.SKIP, DstOverlap.SECOND);
        var compared = compare("0 30 2 * * ?", "30 2 * * *", rules);

        assertThat(compared.theirs()).hasSize(10).isEqualTo(compared.ours());
        assertThat(compared.difference()).isNull();
    }

    @Test
    void whatDiffersOnlyWhenClocksChangeIsFoundMonthsBefore() {
        var compared = compare("0 30 2 * * ?", "30 2 * * *", DstRules.DEFAULT);

        assertThat(compared.theirs()).isEqualTo(compared.ours());
        assertThat(compared.difference())
                .isEqualTo(new Difference(null, Instant.parse("2027-03-28T01:00:00Z")));
    }

    /** Quartz goes from the first pass of an overlap straight to the second. */
    @Test
    void anIntervalOfQuartzLosesAnHourInAutumn() {
        var compared = compare("0 0/30 * * * ?", "*/30 * * * *", DstRules.DEFAULT);

        assertThat(compared.difference())
                .isEqualTo(
                        new Difference(
                                Instant.parse("2027-10-31T01:00:00Z"),
                                Instant.parse("2027-10-31T00:00:00Z")));
    }

    @Test
    void daysThatOnlyOneOfThemHasDiffer() {
        var compared = compare("0 0 9 ? * 6", "0 9 * * 6", DstRules.DEFAULT);

        assertThat(compared.difference())
                .isEqualTo(
                        new Difference(
                                Instant.parse("2026-12-04T08:00:00Z"),
                                Instant.parse("2026-12-05T08:00:00Z")));
    }
}
