package io.milvaion.scheduler.job.definition;

import static io.milvaion.scheduler.job.definition.JobBuilder.aJob;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.state.gate.OverlapPolicy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final String NEVER = "30 2 29 3 SUN"; // in Berlin, with dstGap skip
    private static final JobBuilder GOOD =
            aJob().every("@daily").overlap(OverlapPolicy.PARALLEL).skippingGaps();

    private static List<String> wrong(JobBuilder job, JobBuilder before) {
        return JobRules.violations(job.build(), before == null ? null : before.build(), NOW)
                .stream()
                .map(Violation::field)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 29 2 MON", "0 0 13 11 FRI", "0 0 29 2 SAT#5", "0 0 29W 2 WED"})
    void noDateIsTooFar(String cron) {
        assertThat(wrong(GOOD.every(cron), null)).isEmpty();
        assertThat(wrong(GOOD.every(cron), GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T11:59:57Z, false",
        "2033-01-01T00:00:00Z, true",
        "2399-12-31T23:59:59Z, true",
    })
    void aSingleRunMayBeFarButNotPast(Instant at, boolean right) {
        assertThat(wrong(GOOD.onceAt(at), null).isEmpty()).isEqualTo(right);
    }

    @Test
    void whatNeverComesIsRefusedWhenItIsNew() {
        var never = GOOD.every(NEVER).in("Europe/Berlin");

        assertThat(wrong(never, null)).containsExactly("cronExpression");
        assertThat(wrong(never, GOOD)).containsExactly("cronExpression");
        assertThat(wrong(never, never.in("UTC"))).containsExactly("cronExpression");
    }

    /** Rules, zones and the present are not what they were when these jobs were saved. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    30 2 29 3 SUN | Europe/Berlin | 2
                    61 * * * *    | UTC           | 2
                    @daily        | Mars/Base     | 2
                    0 9 * * *     | EST5EST       | 2
                    @hourly       | UTC           | 7
                    """)
    void whatAnEditDoesNotTouchIsNotJudgedAgain(String cron, String zone, int policy) {
        var saved = GOOD.every(cron).in(zone).overlap(policy);

        assertThat(wrong(saved, null)).isNotEmpty();
        assertThat(wrong(saved.named("another"), saved)).isEmpty();
        assertThat(wrong(saved.active(false), saved)).isEmpty();
        assertThat(wrong(saved.named("another"), saved.named(""))).isEmpty();
        assertThat(wrong(saved.named(""), saved)).containsExactly("displayName");
    }

    @Test
    void aWrongValueIsRefusedInPlaceOfAnother() {
        assertThat(wrong(GOOD.in("Mars/Base"), GOOD.in("Mars/Crater"))).containsExactly("timeZone");
        assertThat(wrong(GOOD.overlap(7), GOOD.overlap(8)))
                .containsExactly("concurrentExecutionPolicy");
    }

    @Test
    void whatCannotBeReadIsNotSwitchedOn() {
        var nowhere = GOOD.in("Mars/Base").active(false);
        var never = GOOD.every(NEVER).in("Europe/Berlin").active(false);
        var passed = GOOD.onceAt(NOW.minusSeconds(60)).active(false);

        assertThat(wrong(nowhere.active(true), nowhere)).containsExactly("timeZone");
        assertThat(wrong(never.active(true), never)).isEmpty();
        assertThat(wrong(passed.active(true), passed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    @daily        | UTC           | 2026-11-29T00:00:00Z |
                    0 0 29 2 MON  | UTC           | 2044-02-29T00:00:00Z | more than 5 years ahead, at 2044-02-29
                    0 0 29 2 TUE  | UTC           | 2028-02-29T00:00:00Z |
                    30 2 29 3 SUN | Europe/Berlin |                      | No run lies ahead
                    30 2 29 3 SUN | Europe/Berlin | 2027-01-01T00:00:00Z | Only one run lies ahead, at 2027-01-01
                    @daily        | Mars/Base     | 2026-11-29T00:00:00Z | cannot read
                    """)
    void warnsOfFewRuns(String cron, String zone, Instant next, String warning) {
        var job = GOOD.every(cron).in(zone);

        assertWarning(job, next, warning);
        assertWarning(job.active(false), next, null);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T11:00:00Z, , 'executeAt, 2026-11-28T11:00:00Z, has passed'",
        "2026-11-28T13:00:00Z, 2026-11-28T13:00:00Z, ",
        "2035-01-01T00:00:00Z, 2035-01-01T00:00:00Z, more than 5 years ahead",
    })
    void warnsOfASingleRunThatHasPassed(Instant at, Instant next, String warning) {
        assertWarning(GOOD.onceAt(at), next, warning);
    }

    private static void assertWarning(JobBuilder job, Instant next, String warning) {
        var warnings = RunsAhead.warnings(null, job.build(), next, NOW);

        if (warning == null) {
            assertThat(warnings).isEmpty();
        } else {
            assertThat(warnings).singleElement().asString().contains(warning);
        }
    }
}
