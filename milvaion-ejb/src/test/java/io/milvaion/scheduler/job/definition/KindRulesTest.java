package io.milvaion.scheduler.job.definition;

import static io.milvaion.scheduler.job.definition.JobBuilder.aJob;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.ground.refusal.Violation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3_600);

    private static List<String> wrong(JobBuilder job) {
        return JobRules.violations(job.build(), null, NOW).stream().map(Violation::field).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "PT1S, real, ",
        "P2W, local, ",
        "PT24H, local, ",
        "PT36H, local, everyClock",
        "PT0.5S, real, every",
        "P1M, real, every",
        "'', real, every",
    })
    void intervals(String span, String clock, String field) {
        assertThat(wrong(aJob().eachSpan(span, clock)))
                .isEqualTo(field == null ? List.of() : List.of(field));
    }

    @ParameterizedTest
    @CsvSource({"PT5M, ", "P1Y, delay", "-PT5M, delay"})
    void delays(String span, String field) {
        assertThat(wrong(aJob().delayed(span)))
                .isEqualTo(field == null ? List.of() : List.of(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART:20270101T090000Z/RRULE:FREQ=DAILY | ",
                "DTSTART:20270101T090000Z/RRULE:FREQ=DAILY;BYHOUR=24 | rrule.BYHOUR",
                "DTSTART;TZID=Mars/Base:20270101T090000/RRULE:FREQ=DAILY | rrule.DTSTART",
                "RRULE:FREQ=DAILY | rrule.DTSTART",
                "every day | rrule",
                "DTSTART:20200101T090000Z/RRULE:FREQ=DAILY;COUNT=3 | rrule",
            })
    void recurrences(String lines, String field) {
        assertThat(wrong(aJob().recurring(lines.replace('/', '\n').replace("Mars\nB", "Mars/B"))))
                .isEqualTo(field == null ? List.of() : List.of(field));
    }

    @Test
    void theStartOfTheJobIsThatOfARecurrence() {
        assertThat(wrong(aJob().recurring("RRULE:FREQ=DAILY").from(LATER))).isEmpty();
    }

    @Test
    void windows() {
        var daily = aJob().every("@daily");

        assertThat(wrong(daily.from(LATER).until(LATER.minusSeconds(1)))).containsExactly("endsAt");
        assertThat(wrong(daily.until(NOW.minusSeconds(1)))).containsExactly("endsAt");
        assertThat(wrong(daily.from(LATER).until(LATER.plusSeconds(60)))) // midnight is not in it
                .containsExactly("endsAt");
        assertThat(wrong(daily.from(LATER.plusMillis(5)))).containsExactly("startsAt");
        assertThat(wrong(daily.times(3))).containsExactly("maxRuns");
        assertThat(wrong(daily.from(LATER).times(100_001))).containsExactly("maxRuns");
        assertThat(wrong(daily.from(LATER).times(0))).containsExactly("maxRuns");
        assertThat(wrong(daily.from(LATER).times(3))).isEmpty();
        assertThat(wrong(daily.from(NOW.minusSeconds(900_000)).times(3)))
                .containsExactly("maxRuns");
        assertThat(wrong(aJob().onceAt(LATER).from(NOW).times(1)))
                .containsExactly("startsAt", "maxRuns");
        assertThat(wrong(aJob().delayed("PT5M").until(NOW.minusSeconds(1))))
                .containsExactly("endsAt");
    }

    @Test
    void twoKindsAtOnceAreNamed() {
        assertThat(wrong(aJob().delayed("PT5M").eachSpan("PT5M", "real"))).containsExactly("every");
        assertThat(
                        wrong(
                                aJob().eachSpan("PT5M", "real")
                                        .every("@daily")
                                        .recurring("x")
                                        .every("@daily")))
                .containsExactly("cronExpression", "every");
    }

    @Test
    void saysInEnglishWhenItRuns() {
        assertThat(aJob().eachSpan("PT90M", "real").schedule().text(null))
                .contains("Every 1 hour and 30 minutes, counted from 1970-01-01T00:00Z.");
        assertThat(aJob().eachSpan("P1D", "local").schedule().text(null))
                .contains("Every 1 day of local time, at midnight.");
        assertThat(aJob().delayed("PT5S").schedule().text(null))
                .contains("5 seconds after the end of each run.");
        assertThat(
                        aJob().recurring(
                                        "DTSTART:20270101T090000Z\nRRULE:FREQ=MONTHLY;BYDAY=-1FR,2MO\n"
                                                + "EXDATE:20270129T090000Z")
                                .schedule()
                                .text(null))
                .contains(
                        "Every month on last Friday, 2nd Monday, from 2027-01-01T09:00 (UTC), without 1"
                                + " date.");
    }
}
