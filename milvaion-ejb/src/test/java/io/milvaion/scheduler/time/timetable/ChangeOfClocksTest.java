package io.milvaion.scheduler.time.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row: the runs from an instant on, written in the local time of the zone. */
class ChangeOfClocksTest {

    @ParameterizedTest(name = "{0} in {1}, {2}, {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # Berlin: gap 02:00-03:00
                    30 2 * * *    | Europe/Berlin | SHIFT | FIRST | 2026-03-28T02:30+01:00 2026-03-29T03:00+02:00 2026-03-30T02:30+02:00
                    30 2 * * *    | Europe/Berlin | SKIP  | FIRST | 2026-03-28T02:30+01:00 2026-03-30T02:30+02:00
                    0 3 * * *     | Europe/Berlin | SHIFT | FIRST | 2026-03-29T03:00+02:00 2026-03-30T03:00+02:00
                    0 2,3 * * *   | Europe/Berlin | SHIFT | FIRST | 2026-03-28T03:00+01:00 2026-03-29T03:00+02:00 2026-03-30T02:00+02:00
                    0,10,20 2 * * * | Europe/Berlin | SHIFT | FIRST | 2026-03-28T02:20+01:00 2026-03-29T03:00+02:00 2026-03-30T02:00+02:00
                    */30 2 * * *  | Europe/Berlin | SHIFT | FIRST | 2026-03-28T02:30+01:00 2026-03-29T03:00+02:00 2026-03-30T02:00+02:00
                    */30 2 * * *  | Europe/Berlin | SKIP  | FIRST | 2026-03-28T02:30+01:00 2026-03-30T02:00+02:00
                    15 2-4 * * *  | Europe/Berlin | SHIFT | FIRST | 2026-03-28T04:15+01:00 2026-03-29T03:00+02:00 2026-03-29T03:15+02:00 2026-03-29T04:15+02:00
                    0 */2 * * *   | Europe/Berlin | SHIFT | FIRST | 2026-03-29T00:00+01:00 2026-03-29T03:00+02:00 2026-03-29T04:00+02:00
                    0 */2 * * *   | Europe/Berlin | SKIP  | FIRST | 2026-03-29T00:00+01:00 2026-03-29T04:00+02:00
                    0 * * * *     | Europe/Berlin | SHIFT | FIRST | 2026-03-29T01:00+01:00 2026-03-29T03:00+02:00 2026-03-29T04:00+02:00
                    * 30 2 * * *  | Europe/Berlin | SHIFT | FIRST | 2026-03-28T02:30:59+01:00 2026-03-29T03:00+02:00 2026-03-30T02:30+02:00
                    0 0-23 * * *  | Europe/Berlin | SHIFT | FIRST | 2026-03-29T01:00+01:00 2026-03-29T03:00+02:00 2026-03-29T04:00+02:00
                    30 0-11,12-23 * * * | Europe/Berlin | SHIFT | FIRST | 2026-03-29T01:30+01:00 2026-03-29T03:30+02:00
                    30 2 29 3 *   | Europe/Berlin | SHIFT | FIRST | 2026-03-29T03:00+02:00 2027-03-29T02:30+02:00
                    # Berlin: overlap 02:00-03:00
                    30 2 * * *    | Europe/Berlin | SHIFT | FIRST  | 2026-10-24T02:30+02:00 2026-10-25T02:30+02:00 2026-10-26T02:30+01:00
                    30 2 * * *    | Europe/Berlin | SHIFT | SECOND | 2026-10-24T02:30+02:00 2026-10-25T02:30+01:00 2026-10-26T02:30+01:00
                    30 2 * * *    | Europe/Berlin | SHIFT | BOTH   | 2026-10-25T02:30+02:00 2026-10-25T02:30+01:00 2026-10-26T02:30+01:00
                    0,30 2 * * *  | Europe/Berlin | SHIFT | BOTH   | 2026-10-25T02:00+02:00 2026-10-25T02:30+02:00 2026-10-25T02:00+01:00 2026-10-25T02:30+01:00 2026-10-26T02:00+01:00
                    0 3 * * *     | Europe/Berlin | SHIFT | FIRST  | 2026-10-24T03:00+02:00 2026-10-25T03:00+01:00 2026-10-26T03:00+01:00
                    0 2 * * *     | Europe/Berlin | SHIFT | SECOND | 2026-10-24T02:00+02:00 2026-10-25T02:00+01:00 2026-10-26T02:00+01:00
                    */30 * * * *  | Europe/Berlin | SHIFT | FIRST  | 2026-10-25T02:30+02:00 2026-10-25T02:00+01:00 2026-10-25T02:30+01:00 2026-10-25T03:00+01:00
                    0 * * * *     | Europe/Berlin | SHIFT | SECOND | 2026-10-25T02:00+02:00 2026-10-25T02:00+01:00 2026-10-25T03:00+01:00
                    15 2-4 * * *  | Europe/Berlin | SHIFT | FIRST  | 2026-10-25T02:15+02:00 2026-10-25T03:15+01:00
                    15 2-4 * * *  | Europe/Berlin | SHIFT | SECOND | 2026-10-24T04:15+02:00 2026-10-25T02:15+01:00 2026-10-25T03:15+01:00
                    0 */2 * * *   | Europe/Berlin | SHIFT | BOTH   | 2026-10-25T02:00+02:00 2026-10-25T02:00+01:00 2026-10-25T04:00+01:00
                    0 22-21 * * * | Europe/Berlin | SHIFT | FIRST  | 2026-10-25T02:00+02:00 2026-10-25T02:00+01:00 2026-10-25T03:00+01:00
                    # New York: gap on 2026-03-08, overlap 01:00-02:00 on 2026-11-01
                    30 2 * * *    | America/New_York | SHIFT | FIRST | 2026-03-07T02:30-05:00 2026-03-08T03:00-04:00 2026-03-09T02:30-04:00
                    30 1 * * *    | America/New_York | SHIFT | BOTH  | 2026-11-01T01:30-04:00 2026-11-01T01:30-05:00 2026-11-02T01:30-05:00
                    30 1 * * MON-FRI | America/New_York | SHIFT | FIRST | 2026-10-30T01:30-04:00 2026-11-02T01:30-05:00
                    # Cairo: the gap begins at midnight of 2026-04-24, the overlap is 23:00-24:00 of 2026-10-29
                    0 0 * * *     | Africa/Cairo | SHIFT | FIRST  | 2026-04-23T00:00+02:00 2026-04-24T01:00+03:00 2026-04-25T00:00+03:00
                    0 0 * * *     | Africa/Cairo | SKIP  | FIRST  | 2026-04-23T00:00+02:00 2026-04-25T00:00+03:00
                    30 23 * * *   | Africa/Cairo | SHIFT | FIRST  | 2026-10-29T23:30+03:00 2026-10-30T23:30+02:00
                    30 23 * * *   | Africa/Cairo | SHIFT | SECOND | 2026-10-29T23:30+02:00 2026-10-30T23:30+02:00
                    0 */8 * * *   | Africa/Cairo | SHIFT | FIRST  | 2026-04-23T16:00+02:00 2026-04-24T01:00+03:00 2026-04-24T08:00+03:00
                    # Casablanca: back for Ramadan on 2026-02-15, forward on 2026-03-22
                    30 2 * * *    | Africa/Casablanca | SHIFT | FIRST  | 2026-02-14T02:30+01:00 2026-02-15T02:30+01:00 2026-02-16T02:30Z
                    30 2 * * *    | Africa/Casablanca | SHIFT | SECOND | 2026-02-14T02:30+01:00 2026-02-15T02:30Z 2026-02-16T02:30Z
                    30 2 * * *    | Africa/Casablanca | SHIFT | FIRST  | 2026-03-21T02:30Z 2026-03-22T03:00+01:00 2026-03-23T02:30+01:00
                    # Lord Howe: half an hour, gap 02:00-02:30 on 2026-10-04, overlap 01:30-02:00 on 2026-04-05
                    15 2 * * *    | Australia/Lord_Howe | SHIFT | FIRST  | 2026-10-03T02:15+10:30 2026-10-04T02:30+11:00 2026-10-05T02:15+11:00
                    45 1 * * *    | Australia/Lord_Howe | SHIFT | BOTH   | 2026-04-05T01:45+11:00 2026-04-05T01:45+10:30 2026-04-06T01:45+10:30
                    15 1 * * *    | Australia/Lord_Howe | SHIFT | BOTH   | 2026-04-05T01:15+11:00 2026-04-06T01:15+10:30
                    */15 * * * *  | Australia/Lord_Howe | SHIFT | FIRST  | 2026-04-05T01:45+11:00 2026-04-05T01:30+10:30 2026-04-05T01:45+10:30 2026-04-05T02:00+10:30
                    # Kolkata: no change of clocks, half an hour off
                    30 2 * * *    | Asia/Kolkata | SHIFT | FIRST | 2026-03-29T02:30+05:30 2026-03-30T02:30+05:30
                    0 * * * *     | Asia/Kolkata | SHIFT | FIRST | 2026-03-29T02:00+05:30 2026-03-29T03:00+05:30
                    # Apia has no 2011-12-30
                    30 2 * * *    | Pacific/Apia | SHIFT | FIRST | 2011-12-29T02:30-10:00 2011-12-31T00:00+14:00 2011-12-31T02:30+14:00
                    30 2 * * *    | Pacific/Apia | SKIP  | FIRST | 2011-12-29T02:30-10:00 2011-12-31T02:30+14:00
                    0 0 30 12 *   | Pacific/Apia | SHIFT | FIRST | 2010-12-30T00:00-10:00 2011-12-31T00:00+14:00 2012-12-30T00:00+14:00
                    30 2 * * *    | +02:00       | SHIFT | FIRST | 2026-03-29T02:30+02:00 2026-03-30T02:30+02:00
                    """)
    void runsAt(String expression, ZoneId zone, DstGap gap, DstOverlap overlap, String runs) {
        CronSchedule schedule = CronSchedule.parse(expression, zone, new DstRules(gap, overlap));
        List<Instant> expected =
                Arrays.stream(runs.split(" "))
                        .map(text -> OffsetDateTime.parse(text).toInstant())
                        .toList();

        assertThat(schedule.preview(expected.get(0), expected.size())).isEqualTo(expected);
    }

    /** Spellings of equal local times, of all hours and of some. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 */8 * * *|0 0,8,16 * * *|0 0-16/8 * * *|00 0/8 * * *",
                "15 2-4 * * *|15 2,3,4 * * *|15 2-3,4 * * *|15 2-4/1 * * *",
                "*/20 1-2 * * *|0,20,40 1,2 * * *|0-40/20 1-2/1 * * *|0/20 1,2,1-2 * * *",
                "0 22-1 * * *|0 22,23,0,1 * * *|0 22-23,0-1 * * *",
                "0,30 * 23 * * *|0/30 0-59 23 * * *|*/30 */1 23 * * *",
                "*/30 * * * *|0,30 0-23 * * *|0,30 0-11,12-23 * * *|0/30 12-11 * * *",
                "5 * * * *|5 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23 * * *",
            })
    void aSpellingHasNoMeaning(String spellings) {
        List<String> expressions = List.of(spellings.split("\\|"));
        for (String zone :
                List.of("Europe/Berlin", "Africa/Cairo", "Asia/Beirut", "Australia/Lord_Howe")) {
            for (DstGap gap : DstGap.values()) {
                for (DstOverlap overlap : DstOverlap.values()) {
                    assertThat(expressions)
                            .extracting(
                                    expression ->
                                            runsOf2026(
                                                    expression, zone, new DstRules(gap, overlap)))
                            .as("%s in %s, %s, %s", spellings, zone, gap, overlap)
                            .containsOnly(
                                    runsOf2026(
                                            expressions.get(0), zone, new DstRules(gap, overlap)));
                }
            }
        }
    }

    private static List<Instant> runsOf2026(String expression, String zone, DstRules rules) {
        CronSchedule schedule = CronSchedule.parse(expression, ZoneId.of(zone), rules);
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        return Stream.iterate(
                        schedule.requireRun(Instant.parse("2026-01-01T00:00:00Z")),
                        run -> run.isBefore(end),
                        run -> schedule.nextAfter(run).orElse(end))
                .toList();
    }

    /** What was planned by the old meaning is no error of the plan. */
    @ParameterizedTest
    @CsvSource({
        "15 2-4 * * *, 2026-10-25T02:15+01:00", // the second pass
        "0 */2 * * *, 2026-10-25T02:00+01:00",
        "'30 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23 * * *',"
                + " 2026-03-29T03:00+02:00", // for the gap
        "30 2 * * *, 2026-10-25T02:30+02:00",
    })
    void whatWasPlannedBeforeStands(String expression, OffsetDateTime planned) {
        Timetable timetable =
                CronSchedule.parse(expression, ZoneId.of("Europe/Berlin"), DstRules.DEFAULT);

        assertThat(timetable.standsAt(planned.toInstant())).isTrue();
        assertThat(timetable.standsAt(planned.toInstant().plusSeconds(60))).isFalse();
        assertThat(timetable.standsAt(planned.toInstant().plusMillis(1))).isFalse();
    }
}
