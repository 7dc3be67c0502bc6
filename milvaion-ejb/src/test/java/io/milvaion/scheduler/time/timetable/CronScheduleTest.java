package io.milvaion.scheduler.time.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.time.cron.InvalidCron;
import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronScheduleTest {

    private static final Instant NOW = Instant.parse("2026-01-22T10:00:00Z");

    private static CronSchedule utc(String expression) {
        return CronSchedule.parse(expression, ZoneId.of("UTC"), DstRules.DEFAULT);
    }

    @ParameterizedTest(name = "{0} after {1} is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    30 2 * * *            | 2026-01-22T10:00:00Z | 2026-01-23T02:30:00Z
                    */15 * * * *          | 2026-01-22T10:00:00Z | 2026-01-22T10:15:00Z
                    */2 * * * * *         | 2026-01-22T10:00:00Z | 2026-01-22T10:00:02Z
                    * * * * * *           | 2026-12-31T23:59:59Z | 2027-01-01T00:00:00Z
                    5/10 * * * *          | 2026-01-22T10:05:00Z | 2026-01-22T10:15:00Z
                    5/10 * * * *          | 2026-01-22T10:55:00Z | 2026-01-22T11:05:00Z
                    0 9-17/4 * * *        | 2026-01-22T13:00:00Z | 2026-01-22T17:00:00Z
                    0 22-2 * * *          | 2026-01-22T10:00:00Z | 2026-01-22T22:00:00Z
                    0 22-2 * * *          | 2026-01-22T23:30:00Z | 2026-01-23T00:00:00Z
                    0 22-2/2 * * *        | 2026-01-22T22:00:00Z | 2026-01-23T00:00:00Z
                    10,20,5-7 8,12 * * *  | 2026-01-22T08:07:00Z | 2026-01-22T08:10:00Z
                    30 59 23 31 12 *      | 2026-01-22T10:00:00Z | 2026-12-31T23:59:30Z
                    0 0 1 jan,Jul *       | 2026-01-22T10:00:00Z | 2026-07-01T00:00:00Z
                    0 0 1 NOV-FEB *       | 2026-02-22T10:00:00Z | 2026-11-01T00:00:00Z
                    0 0 1 */5 *           | 2026-01-22T10:00:00Z | 2026-06-01T00:00:00Z
                    0 0 31 * *            | 2026-01-31T00:00:00Z | 2026-03-31T00:00:00Z
                    0 0 31 * *            | 2026-03-31T00:00:00Z | 2026-05-31T00:00:00Z
                    0 0 29 2 *            | 2026-01-22T10:00:00Z | 2028-02-29T00:00:00Z
                    0 0 28-3 2 *          | 2026-02-03T00:00:00Z | 2026-02-28T00:00:00Z
                    0 0 * * 0             | 2026-01-22T10:00:00Z | 2026-01-25T00:00:00Z
                    0 0 * * 7             | 2026-01-22T10:00:00Z | 2026-01-25T00:00:00Z
                    0 0 * * sun           | 2026-01-22T10:00:00Z | 2026-01-25T00:00:00Z
                    0 0 * * 5-7           | 2026-01-24T00:00:00Z | 2026-01-25T00:00:00Z
                    0 0 * * SUN-TUE       | 2026-01-22T00:00:00Z | 2026-01-25T00:00:00Z
                    0 0 * * SUN-TUE       | 2026-01-27T00:00:00Z | 2026-02-01T00:00:00Z
                    0 0 * * FRI-MON       | 2026-01-26T00:00:00Z | 2026-01-30T00:00:00Z
                    0 0 * * 6-0           | 2026-01-25T00:00:00Z | 2026-01-31T00:00:00Z
                    0 0 * * */2           | 2026-01-22T00:00:00Z | 2026-01-24T00:00:00Z
                    0 0 * * 1/2           | 2026-01-23T00:00:00Z | 2026-01-26T00:00:00Z
                    0 0 13 * FRI          | 2026-01-22T10:00:00Z | 2026-02-13T00:00:00Z
                    0 0 13 * FRI          | 2026-03-13T00:00:00Z | 2026-11-13T00:00:00Z
                    0 0 L * ?             | 2026-01-31T00:00:00Z | 2026-02-28T00:00:00Z
                    0 0 L 2 ?             | 2028-01-31T00:00:00Z | 2028-02-29T00:00:00Z
                    0 0 L-3 * ?           | 2026-01-31T00:00:00Z | 2026-02-25T00:00:00Z
                    0 0 L-30 * ?          | 2026-01-22T00:00:00Z | 2026-03-01T00:00:00Z
                    0 0 15,L * ?          | 2026-01-22T00:00:00Z | 2026-01-31T00:00:00Z
                    0 0 15W * ?           | 2026-01-22T00:00:00Z | 2026-02-16T00:00:00Z
                    0 0 15W * ?           | 2026-08-01T00:00:00Z | 2026-08-14T00:00:00Z
                    0 0 1W * ?            | 2026-07-22T00:00:00Z | 2026-08-03T00:00:00Z
                    0 0 31W * ?           | 2026-05-30T00:00:00Z | 2026-07-31T00:00:00Z
                    0 0 31W 5 ?           | 2026-05-02T00:00:00Z | 2026-05-29T00:00:00Z
                    0 0 LW * ?            | 2026-01-22T00:00:00Z | 2026-01-30T00:00:00Z
                    0 0 LW * ?            | 2026-05-02T00:00:00Z | 2026-05-29T00:00:00Z
                    0 0 ? * MON#2         | 2026-01-22T00:00:00Z | 2026-02-09T00:00:00Z
                    0 0 ? * 1#5           | 2026-01-22T00:00:00Z | 2026-03-30T00:00:00Z
                    0 0 ? * 7#1           | 2026-01-22T00:00:00Z | 2026-02-01T00:00:00Z
                    0 0 ? * 5L            | 2026-01-22T00:00:00Z | 2026-01-30T00:00:00Z
                    0 0 ? * SUNL          | 2026-01-25T00:00:00Z | 2026-02-22T00:00:00Z
                    0 0 ? * MON,FRIL      | 2026-01-27T00:00:00Z | 2026-01-30T00:00:00Z
                    @yearly               | 2026-01-22T10:00:00Z | 2027-01-01T00:00:00Z
                    @annually             | 2026-01-22T10:00:00Z | 2027-01-01T00:00:00Z
                    @monthly              | 2026-01-22T10:00:00Z | 2026-02-01T00:00:00Z
                    @weekly               | 2026-01-22T10:00:00Z | 2026-01-25T00:00:00Z
                    @daily                | 2026-01-22T10:00:00Z | 2026-01-23T00:00:00Z
                    @Midnight             | 2026-01-22T10:00:00Z | 2026-01-23T00:00:00Z
                    @hourly               | 2026-01-22T10:00:00Z | 2026-01-22T11:00:00Z
                    @every_minute         | 2026-01-22T10:00:00Z | 2026-01-22T10:01:00Z
                    @every_second         | 2026-01-22T10:00:00Z | 2026-01-22T10:00:01Z
                    """)
    void findsTheNextRun(String expression, Instant from, Instant next) {
        assertThat(utc(expression).nextAfter(from)).contains(next);
        assertThat(utc(expression).firstAtOrAfter(next)).contains(next);
        assertThat(utc(expression).firstAtOrAfter(from.plusNanos(1))).contains(next);
    }

    @Test
    void aRunIsAtAWholeSecondHoweverFineTheInstantIs() {
        CronSchedule everySecond = utc("* * * * * *");

        assertThat(everySecond.nextAfter(NOW.plusNanos(1))).contains(NOW.plusSeconds(1));
        assertThat(everySecond.nextAfter(NOW.minusNanos(1))).contains(NOW);
        assertThat(everySecond.firstAtOrAfter(NOW)).contains(NOW);
    }

    @ParameterizedTest(name = "{0} after {1} is {2}")
    @CsvSource({
        "0 0 29 2 MON, 2026-01-22T10:00:00Z, 2044-02-29T00:00:00Z",
        "0 0 29 2 MON, 2072-02-29T00:00:00Z, 2112-02-29T00:00:00Z", // 2100 has none
        "0 0 29 2 THU#5, 2026-01-22T10:00:00Z, 2052-02-29T00:00:00Z",
        "0 0 13 11 FRI, 2026-11-14T00:00:00Z, 2037-11-13T00:00:00Z",
        "0 0 29W 2 TUE, 2028-03-01T00:00:00Z, 2056-02-29T00:00:00Z",
    })
    void findsTheNextRunHoweverFar(String expression, Instant from, Instant next) {
        assertThat(utc(expression).nextAfter(from)).contains(next);
        assertThat(utc(expression).requireRun(from.plusSeconds(1))).isEqualTo(next);
    }

    /** Every leap day of a whole round of the calendar, in zones with and without changes. */
    @ParameterizedTest
    @CsvSource({"UTC", "Europe/Berlin", "Africa/Casablanca", "America/New_York"})
    void findsEveryLeapDayOfFourHundredYears(ZoneId zone) {
        for (DayOfWeek day : DayOfWeek.values()) {
            CronSchedule schedule =
                    CronSchedule.parse(
                            "0 12 29 2 " + day.name().substring(0, 3), zone, DstRules.DEFAULT);
            List<Instant> expected =
                    LocalDate.of(2026, 1, 1)
                            .datesUntil(LocalDate.of(2426, 1, 1))
                            .filter(date -> date.getMonthValue() == 2 && date.getDayOfMonth() == 29)
                            .filter(date -> date.getDayOfWeek() == day)
                            .map(date -> date.atTime(12, 0).atZone(zone).toInstant())
                            .toList();

            assertThat(schedule.preview(NOW, expected.size())).isEqualTo(expected);
        }
    }

    /** The 29th of March that is a Sunday is always the last Sunday, without a half past two. */
    @ParameterizedTest
    @CsvSource({
        "30 2 29 3 SUN, Europe/Berlin, SKIP, ''",
        "30 2 29 3 SUN, Europe/Berlin, SHIFT, 2026-03-29T01:00:00Z",
        "15 2 8-14 3 SUN, America/New_York, SKIP, ''",
        "*/7 0 25 3 0L, Asia/Beirut, SKIP, ''",
    })
    void whatEachChangeOfClocksLeavesOutNeverRuns(
            String expression, ZoneId zone, DstGap gap, String next) {
        CronSchedule schedule =
                CronSchedule.parse(expression, zone, new DstRules(gap, DstOverlap.FIRST));
        long start = System.nanoTime();
        Optional<Instant> found = schedule.nextAfter(NOW);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(found.map(Instant::toString).orElse("")).isEqualTo(next);
        if (next.isEmpty()) {
            assertThatThrownBy(() -> schedule.requireRun(NOW))
                    .isInstanceOfSatisfying(
                            InvalidCron.class, e -> assertThat(e.field()).isEqualTo("expression"));
        }
    }

    @ParameterizedTest
    @CsvSource({"-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z"})
    void anInstantOutsideTheCalendarHasNoNextRun(Instant instant) {
        assertThat(utc("* * * * *").nextAfter(instant)).isEmpty();
        assertThat(utc("* * * * *").firstAtOrAfter(instant)).isEmpty();
    }

    @Test
    void previewsTheRunsAtOrAfterAnInstant() {
        assertThat(utc("0 */6 * * *").preview(NOW.plusSeconds(2 * 3600), 3))
                .containsExactly(
                        Instant.parse("2026-01-22T12:00:00Z"),
                        Instant.parse("2026-01-22T18:00:00Z"),
                        Instant.parse("2026-01-23T00:00:00Z"));
        assertThat(utc("0 0 29 2 MON").preview(NOW, 2))
                .containsExactly(
                        Instant.parse("2044-02-29T00:00:00Z"),
                        Instant.parse("2072-02-29T00:00:00Z"));
        assertThat(utc("* * * * *").preview(NOW, 0)).isEmpty();
    }

    @Test
    void keepsTheExpressionAsItWasGiven() {
        assertThat(utc("0 0 * * mon").expression()).isEqualTo("0 0 * * mon");
    }

    @ParameterizedTest(name = "\"{0}\": {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    60 * * * * *     | second
                    */60 * * * * *   | second
                    ? * * * * *      | second
                    60 * * * *       | minute
                    */0 * * * *      | minute
                    */90 * * * *     | minute
                    1,,2 * * * *     | minute
                    ,1 * * * *       | minute
                    1, * * * *       | minute
                    1- * * * *       | minute
                    -1 * * * *       | minute
                    +5 * * * *       | minute
                    ٥ * * * *        | minute
                    /5 * * * *       | minute
                    1/2/3 * * * *    | minute
                    1-5/2/3 * * * *  | minute
                    1W5 * * * *      | minute
                    L * * * *        | minute
                    99999999999 * * * * | minute
                    0 24 * * *       | hour
                    0 1-24 * * *     | hour
                    0 ** * * *       | hour
                    0 0 0 * *        | dayOfMonth
                    0 0 32 * *       | dayOfMonth
                    0 0 32W * *      | dayOfMonth
                    0 0 0W * *       | dayOfMonth
                    0 0 W * *        | dayOfMonth
                    0 0 1W5 * *      | dayOfMonth
                    0 0 15L * *      | dayOfMonth
                    0 0 L-0 * *      | dayOfMonth
                    0 0 L-40 * *     | dayOfMonth
                    0 0 1-L * *      | dayOfMonth
                    0 0 MON * *      | dayOfMonth
                    0 0 * 13 *       | month
                    0 0 * 0 *        | month
                    0 0 * ? *        | month
                    0 0 * JANUARY *  | month
                    0 0 * JAN- *     | month
                    0 0 * * 8        | dayOfWeek
                    0 0 * * MON#6    | dayOfWeek
                    0 0 * * MON#0    | dayOfWeek
                    0 0 * * MON#     | dayOfWeek
                    0 0 * * #2       | dayOfWeek
                    0 0 * * 1#2#3    | dayOfWeek
                    0 0 * * L        | dayOfWeek
                    0 0 * * JAN      | dayOfWeek
                    61 25 0 13 8     | minute
                    ''               | expression
                    * * * *          | expression
                    0 0 * * * * 2026 | expression
                    @reboot          | expression
                    @daily *         | expression
                    0 0 30 2 *       | expression
                    0 0 31 4,6,9,11 * | expression
                    0 0 L-31 * *     | expression
                    0 0 1-7 * MON#2  | expression
                    """)
    void namesTheFieldThatIsWrong(String expression, String field) {
        assertThatThrownBy(() -> utc(expression))
                .isInstanceOfSatisfying(
                        InvalidCron.class,
                        e -> {
                            assertThat(e.field()).isEqualTo(field);
                            assertThat(e).hasMessageEndingWith(".").hasMessageNotContaining("null");
                        });
    }

    @Test
    void refusesAnExpressionOfAnyLengthWithinItsLimit() {
        assertThatThrownBy(() -> utc("0," + "1,".repeat(200) + "2 * * * *"))
                .isInstanceOf(InvalidCron.class)
                .hasMessageContaining("255");
    }
}
