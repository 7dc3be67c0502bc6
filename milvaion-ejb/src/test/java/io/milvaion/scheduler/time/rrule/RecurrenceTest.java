package io.milvaion.scheduler.time.rrule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What libraries get wrong or leave open, worked out by hand. In Berlin clocks go forward from
 * 02:00 to 03:00 on 2027-03-28 (01:00Z), and back from 03:00 to 02:00 on 2027-10-31 (01:00Z).
 */
class RecurrenceTest {

    private static final PlanZone BERLIN = Zones.named("Europe/Berlin");
    private static final String IN_BERLIN = "DTSTART;TZID=Europe/Berlin:";
    private static final DstRules SKIP = new DstRules(DstGap.SKIP, DstOverlap.FIRST);
    private static final DstRules BOTH = new DstRules(DstGap.SHIFT, DstOverlap.BOTH);

    static List<Instant> runs(String text, int count) {
        return runs(text, DstRules.DEFAULT, count);
    }

    private static List<Instant> runs(String text, DstRules dst, int count) {
        Recurrence recurrence = Recurrence.parse(text, BERLIN, dst, null);
        List<Instant> runs = new ArrayList<>();
        Optional<Instant> run = recurrence.nextAtOrAfter(Instant.EPOCH);
        while (run.isPresent() && runs.size() < count) {
            runs.add(run.get());
            run = recurrence.nextAfter(run.get());
        }
        return runs;
    }

    private static List<Instant> at(String... instants) {
        return Stream.of(instants).map(Instant::parse).toList();
    }

    @Test
    void week53EndsInTheNextYear() {
        String text = "DTSTART:20260101T000000Z\nEXDATE:20260101T000000Z\n";
        assertThat(runs(text + "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=FR", 2))
                .isEqualTo(at("2027-01-01T00:00:00Z", "2032-12-31T00:00:00Z"));
        assertThat(runs(text + "RRULE:FREQ=YEARLY;BYWEEKNO=-1;BYDAY=FR", 3))
                .isEqualTo(
                        at("2027-01-01T00:00:00Z", "2027-12-31T00:00:00Z", "2028-12-29T00:00:00Z"));
    }

    @Test
    void aWeekBelongsToTheYearThatItsNumberCounts() {
        String text =
                "DTSTART:20260105T000000Z\nRRULE:FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1,53;BYDAY=FR";
        assertThat(runs(text, 5))
                .isEqualTo(
                        at(
                                "2026-01-05T00:00:00Z", // the start, no Friday
                                "2027-01-01T00:00:00Z", // week 53 of 2026
                                "2028-01-07T00:00:00Z",
                                "2030-01-04T00:00:00Z",
                                "2032-01-02T00:00:00Z"));
    }

    @Test
    void hoursGoOnInRealTime() {
        assertThat(runs(IN_BERLIN + "20270328T000000\nRRULE:FREQ=HOURLY;INTERVAL=2;COUNT=4", 9))
                .isEqualTo(
                        at(
                                "2027-03-27T23:00:00Z",
                                "2027-03-28T01:00:00Z", // 03:00
                                "2027-03-28T03:00:00Z",
                                "2027-03-28T05:00:00Z"));
        assertThat(runs(IN_BERLIN + "20271031T013000\nRRULE:FREQ=HOURLY;COUNT=4", 9))
                .isEqualTo(
                        at(
                                "2027-10-30T23:30:00Z",
                                "2027-10-31T00:30:00Z",
                                "2027-10-31T01:30:00Z",
                                "2027-10-31T02:30:00Z"));
    }

    @Test
    void theOtherPartsOfAnHourlyRuleLookAtLocalTime() {
        String text = IN_BERLIN + "20271030T020000\nRRULE:FREQ=HOURLY;BYHOUR=2;BYMINUTE=0,45";
        assertThat(runs(text, 7))
                .isEqualTo(
                        at(
                                "2027-10-30T00:00:00Z",
                                "2027-10-30T00:45:00Z",
                                "2027-10-31T00:00:00Z",
                                "2027-10-31T00:45:00Z",
                                "2027-10-31T01:00:00Z",
                                "2027-10-31T01:45:00Z",
                                "2027-11-01T01:00:00Z"));
    }

    @Test
    void minutesStayThoseOfTheLocalClockWhereItChangesByHalfAnHour() {
        String text = "DTSTART;TZID=Australia/Lord_Howe:20271003T000000\nRRULE:FREQ=HOURLY;COUNT=5";
        assertThat(runs(text, 9)) // 02:00 becomes 02:30
                .isEqualTo(
                        at(
                                "2027-10-02T13:30:00Z",
                                "2027-10-02T14:30:00Z",
                                "2027-10-02T16:00:00Z",
                                "2027-10-02T17:00:00Z",
                                "2027-10-02T18:00:00Z"));
    }

    @Test
    void aPositionCountsAllTimesOfItsPeriod() {
        String text =
                "DTSTART:20270101T090000Z\nRRULE:FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0,30;BYSETPOS=-1,1";
        assertThat(runs(text, 3))
                .isEqualTo(
                        at("2027-01-01T09:00:00Z", "2027-01-01T17:30:00Z", "2027-01-02T09:00:00Z"));
        text = "DTSTART:20270101T090000Z\nRRULE:FREQ=HOURLY;BYMINUTE=0,10,50;BYSETPOS=-2;BYHOUR=9";
        assertThat(runs(text, 3))
                .isEqualTo(
                        at("2027-01-01T09:00:00Z", "2027-01-01T09:10:00Z", "2027-01-02T09:10:00Z"));
    }

    @Test
    void aDateAsUntilIsTheWholeDayOfTheZone() {
        String text =
                "DTSTART;TZID=America/New_York:20270101T223000\nRRULE:FREQ=DAILY;UNTIL=20270103";
        assertThat(runs(text, 9))
                .isEqualTo(
                        at("2027-01-02T03:30:00Z", "2027-01-03T03:30:00Z", "2027-01-04T03:30:00Z"));
        text =
                "DTSTART;TZID=America/New_York:20270101T223000\nRRULE:FREQ=HOURLY;INTERVAL=12;UNTIL=20270102";
        assertThat(runs(text, 9))
                .isEqualTo(
                        at("2027-01-02T03:30:00Z", "2027-01-02T15:30:00Z", "2027-01-03T03:30:00Z"));
    }

    @Test
    void aStartOutsideItsRuleIsTheFirstAndCounts() {
        assertThat(runs("DTSTART:20270101T090000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3", 9))
                .isEqualTo(
                        at("2027-01-01T09:00:00Z", "2027-01-04T09:00:00Z", "2027-01-11T09:00:00Z"));
        assertThat(runs("DTSTART:20270101T090000Z\nRRULE:FREQ=HOURLY;BYHOUR=8;COUNT=2", 9))
                .isEqualTo(at("2027-01-01T09:00:00Z", "2027-01-02T08:00:00Z"));
    }

    @Test
    void aTimeInAGapComesAfterItOrNotAtAll() {
        String text = IN_BERLIN + "20270327T023000\nRRULE:FREQ=DAILY;COUNT=3";
        assertThat(runs(text, 9))
                .isEqualTo(
                        at("2027-03-27T01:30:00Z", "2027-03-28T01:00:00Z", "2027-03-29T00:30:00Z"));
        assertThat(runs(text, SKIP, 9)) // and is not counted
                .isEqualTo(
                        at("2027-03-27T01:30:00Z", "2027-03-29T00:30:00Z", "2027-03-30T00:30:00Z"));
    }

    @Test
    void aTimeInAnOverlapComesAsTheJobSays() {
        String text = IN_BERLIN + "20271031T023000\nRRULE:FREQ=DAILY;COUNT=2";
        assertThat(runs(text, 9)).isEqualTo(at("2027-10-31T00:30:00Z", "2027-11-01T01:30:00Z"));
        assertThat(runs(text, BOTH, 9))
                .isEqualTo(
                        at("2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z", "2027-11-01T01:30:00Z"));
    }

    @Test
    void monthsWithoutTheDayAreLeftOut() {
        assertThat(runs("DTSTART:20270131T090000Z\nRRULE:FREQ=MONTHLY", 3))
                .isEqualTo(
                        at("2027-01-31T09:00:00Z", "2027-03-31T09:00:00Z", "2027-05-31T09:00:00Z"));
        assertThat(runs("DTSTART:20960229T090000Z\nRRULE:FREQ=YEARLY", 2))
                .isEqualTo(at("2096-02-29T09:00:00Z", "2104-02-29T09:00:00Z"));
    }

    @Test
    void aDayOfTheMonthInAYearIsThatOfEachMonth() {
        assertThat(runs("DTSTART:19970902T090000Z\nRRULE:FREQ=YEARLY;BYMONTHDAY=2,3", 3))
                .isEqualTo(
                        at("1997-09-02T09:00:00Z", "1997-09-03T09:00:00Z", "1997-10-02T09:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "FREQ=MINUTELY;INTERVAL=720;BYYEARDAY=-1, 2027-12-31T00:00:00Z, 2027-12-31T12:00:00Z",
        "FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU, 2027-01-03T00:00:00Z, 2028-01-02T00:00:00Z",
        "'FREQ=YEARLY;BYYEARDAY=45,70;BYMONTH=3', 2027-03-11T00:00:00Z, 2028-03-10T00:00:00Z",
        "FREQ=YEARLY;BYWEEKNO=1;BYMONTH=12;BYDAY=MO, 2029-12-31T00:00:00Z, 2030-12-30T00:00:00Z",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=2FR, 2027-08-13T00:00:00Z, 2028-10-13T00:00:00Z",
    })
    void partsLimitEachOther(String rule, Instant first, Instant second) {
        String text = "DTSTART:20270101T000000Z\nEXDATE:20270101T000000Z\nRRULE:" + rule;
        assertThat(runs(text, 2)).containsExactly(first, second);
    }

    @Test
    void datesAreAddedAndTakenAway() {
        String text =
                """
                DTSTART;TZID=Europe/Berlin:20270327T023000
                RRULE:FREQ=DAILY;COUNT=5
                RDATE:20270401T060000Z,20270328T010000Z
                RDATE;TZID=America/New_York:20270401T120000
                RDATE;VALUE=DATE:20270410
                EXDATE;TZID=Europe/Berlin:20270328T023000
                EXDATE;VALUE=DATE:20270330
                EXDATE:20270329T003000Z""";
        assertThat(runs(text, 9))
                .isEqualTo(
                        at(
                                "2027-03-27T01:30:00Z",
                                "2027-03-28T01:00:00Z", // the RDATE
                                "2027-03-31T00:30:00Z",
                                "2027-04-01T06:00:00Z",
                                "2027-04-01T16:00:00Z",
                                "2027-04-10T00:30:00Z"));
    }

    @Test
    void linesAreFoldedAndTakeAnyCase() {
        String text = "dtstart:20270101T090000z\r\nrrule:freq=daily;by\r\n day=mo,\r\n\ttu";
        assertThat(runs(text, 2)).isEqualTo(at("2027-01-01T09:00:00Z", "2027-01-04T09:00:00Z"));
    }

    @Test
    void severalRulesMakeOneSet() {
        String text =
                """
                DTSTART:20270104T090000Z
                RRULE:FREQ=WEEKLY;COUNT=2
                RRULE:FREQ=MONTHLY;BYMONTHDAY=11,12""";
        assertThat(runs(text, 4))
                .isEqualTo(
                        at(
                                "2027-01-04T09:00:00Z",
                                "2027-01-11T09:00:00Z",
                                "2027-01-12T09:00:00Z",
                                "2027-02-11T09:00:00Z"));
    }

    @Test
    void theStartMayBeThatOfTheJob() {
        Instant start = Instant.parse("2027-01-04T08:00:00Z");
        var recurrence = Recurrence.parse("FREQ=DAILY", BERLIN, DstRules.DEFAULT, start);
        assertThat(recurrence.nextAfter(Instant.parse("2027-07-01T00:00:00Z")))
                .contains(Instant.parse("2027-07-01T07:00:00Z"));
        assertThat(recurrence.nextAtOrAfter(Instant.MIN)).contains(start);
    }

    @Test
    void aLeapSecondIsTheSecondBefore() {
        assertThat(runs("DTSTART:20161231T235960Z\nRRULE:FREQ=DAILY;BYSECOND=60", 2))
                .isEqualTo(at("2016-12-31T23:59:59Z", "2017-01-01T23:59:59Z"));
    }

    @Test
    void farFromTheStartIsAsNear() {
        String text = "DTSTART:00010101T000000Z\nRRULE:FREQ=SECONDLY;INTERVAL=7";
        var recurrence = Recurrence.parse(text, BERLIN, DstRules.DEFAULT, null);
        Instant from = Instant.parse("2027-01-01T00:00:00Z");
        long start = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
        Instant run = recurrence.nextAfter(from).orElseThrow();
        assertThat((run.getEpochSecond() - start) % 7).isZero();
        assertThat(run).isBetween(from.plusSeconds(1), from.plusSeconds(7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1",
                "FREQ=SECONDLY;INTERVAL=60;BYSECOND=7",
                "FREQ=HOURLY;INTERVAL=168;BYDAY=SU",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=SECONDLY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=YEARLY;INTERVAL=999999999",
                "FREQ=MONTHLY;INTERVAL=999999999",
                "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
                "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
            })
    void whatNeverComesIsFoundQuickly(String rule) {
        String text = IN_BERLIN + "20270101T000000\nRRULE:" + rule;
        long begin = System.nanoTime();
        assertThat(runs(text, 2)).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RRULE:INTERVAL=2 | FREQ",
                "RRULE:FREQ=DAILY;INTERVAL=0 | INTERVAL",
                "RRULE:FREQ=DAILY;COUNT=100001 | COUNT",
                "RRULE:FREQ=DAILY;COUNT=2;UNTIL=20270101 | UNTIL",
                "RRULE:FREQ=DAILY;UNTIL=20270230 | UNTIL",
                "RRULE:FREQ=DAILY;UNTIL=20260101 | UNTIL",
                "RRULE:FREQ=DAILY;UNTIL=20260101T000000Z | UNTIL",
                "RRULE:FREQ=DAILY;BYMONTH=13 | BYMONTH",
                "RRULE:FREQ=DAILY;BYMONTH=-1 | BYMONTH",
                "RRULE:FREQ=DAILY;BYHOUR=24 | BYHOUR",
                "RRULE:FREQ=DAILY;BYHOUR= | BYHOUR",
                "RRULE:FREQ=MONTHLY;BYMONTHDAY=0 | BYMONTHDAY",
                "RRULE:FREQ=WEEKLY;BYMONTHDAY=1 | BYMONTHDAY",
                "RRULE:FREQ=MONTHLY;BYYEARDAY=1 | BYYEARDAY",
                "RRULE:FREQ=MONTHLY;BYWEEKNO=1 | BYWEEKNO",
                "RRULE:FREQ=WEEKLY;BYDAY=1MO | BYDAY",
                "RRULE:FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO | BYDAY",
                "RRULE:FREQ=MONTHLY;BYDAY=0MO | BYDAY",
                "RRULE:FREQ=DAILY;BYSETPOS=1 | BYSETPOS",
                "RRULE:FREQ=DAILY;WKST=XX | WKST",
                "RRULE:FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=BACKWARD | RSCALE",
                "RRULE:FREQ=MONTHLY;SKIP=BACKWARD | SKIP",
                "RRULE:FREQ=DAILY;FREQ=DAILY | FREQ",
                "RRULE:FREQ=DAILY;X | RRULE",
                "RDATE;VALUE=PERIOD:20270101T000000Z/PT1H | RDATE",
                "RDATE:2027-01-01 | RDATE",
                "RRULE:FREQ=DAILY\\nEXDATE;TZID=Mars/Base:20270101T000000 | EXDATE",
                "EXRULE:FREQ=DAILY | EXRULE",
                "DTSTART:20270101\\nRRULE:FREQ=DAILY | DTSTART",
                "EXDATE:20270101T000000Z | RRULE",
                "every day | ''",
            })
    void whatIsWrongIsNamed(String text, String part) {
        String lines = "DTSTART:20270101T000000Z\n" + text.replace("\\n", "\n");
        assertThatThrownBy(() -> runs(lines, 1))
                .isInstanceOfSatisfying(
                        InvalidRecurrence.class, wrong -> assertThat(wrong.part()).isEqualTo(part));
    }

    @Test
    void aStartIsNeeded() {
        assertThatThrownBy(() -> runs("RRULE:FREQ=DAILY", 1))
                .isInstanceOf(InvalidRecurrence.class)
                .hasMessageContaining("startsAt");
    }
}
