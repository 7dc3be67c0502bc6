package io.milvaion.scheduler.time.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.time.dialect.CronDialect;
import io.milvaion.scheduler.time.dialect.DialectFaults;
import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectDifferencesTest {

    private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z"); // a Friday
    private static final PlanZone ZONE = Zones.named("Europe/Berlin");

    @ParameterizedTest(name = "{0} {1} in {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    MILVAION | 0 0 12 ? * 2  | QUARTZ     | In Quartz: At 12:00 on Monday. First difference: 2027-01-04T11:00:00Z, when it runs there and not here.
                    MILVAION | 0 0 12 ? * MON | QUARTZ    | same
                    MILVAION | 0 0 13 * 5    | UNIX       | In cron of Unix: At 00:00 on the 13th of the month or on Friday (either is enough: day of month or day of week). First difference: 2027-01-07T23:00:00Z, when it runs there and not here.
                    UNIX     | 0 0 13 * 5    | MILVAION   | In Milvaion: At 00:00 on the 13th of the month that is also Friday (both must match: day of month and day of week). First difference: 2027-01-07T23:00:00Z, when it runs here and not there.
                    UNIX     | 0 0 */2 * 1   | KUBERNETES | In Kubernetes: At 00:00 on every 2nd day from the 1st to the 31st of the month or on Monday (either is enough: day of month or day of week). First difference: 2027-01-02T23:00:00Z, when it runs there and not here.
                    MILVAION | 0 0 * * 7     | KUBERNETES | Not valid in Kubernetes: "7" is wrong as dayOfWeek: values are 0 to 6.
                    MILVAION | 30 2 * * *    | UNIX       | same
                    MILVAION | 30 2 * * *    | SPRING     | Not valid in Spring: An expression has 6 fields (second, minute, hour, day of month, month, day of week), this one has 5.
                    SPRING   | 0 0 9 * * */2 | MILVAION   | In Milvaion: At 09:00 on every 2nd day from Sunday to Saturday. First difference: 2027-01-02T08:00:00Z, when it runs there and not here.
                    """)
    void saysWhatItMeansElsewhere(
            CronDialect dialect, String expression, CronDialect other, String text) {
        String found =
                differences(dialect, expression).stream()
                        .filter(difference -> difference.dialect() == other)
                        .map(DialectDifference::text)
                        .findFirst()
                        .orElse("same");

        assertThat(found).isEqualTo(text);
    }

    /** Runs of each second that differ on a day in months are found by days. */
    @Test
    void findsADayFarAwayAtOnce() {
        long start = System.nanoTime();
        var found = differences(CronDialect.UNIX, "* * 13 12 MON");

        assertThat(found.get(0).first()).contains(Instant.parse("2027-12-05T23:00:00Z"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    QUARTZ   | 0 0 9 1W * ?        | Quartz 2.5.2 forgets
                    QUARTZ   | 0 0 9 ? * MON-FRI/2 | drops a step after names
                    QUARTZ   | 0 0 9 1 JAN-DEC/2 ? | drops a step after names
                    QUARTZ   | 0 0 9 ? * MON#2,FRI | drops what follows
                    QUARTZ   | 0 0 9,17 LW * ?     | earlier in the day
                    SPRING   | 0 0 9 31W * *       | on a Sunday
                    SPRING   | 0 0 9 L-30 * *      | end of January
                    SYSTEMD  | *:0/7               | midnight
                    SYSTEMD  | 0/5:00              | midnight
                    """)
    void saysWhereTheOwnerIsWrong(CronDialect dialect, String expression, String words) {
        assertThat(DialectFaults.of(dialect, expression))
                .singleElement()
                .asString()
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "QUARTZ, 0 0 9 LW * ?",
        "SPRING, 0 0 9 15W * *",
        "MILVAION, 0 9 1W * *",
        "SYSTEMD, *:0/15"
    })
    void andNothingWhereItIsRight(CronDialect dialect, String expression) {
        assertThat(DialectFaults.of(dialect, expression)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    MILVAION | */7 * * * *    | From minute 56 to the next 0 it is 4, not 7: steps begin anew.
                    MILVAION | */15 9 * * *   | ''
                    QUARTZ   | 0 0 9 31W * ?  | Months without a 31st are left out.
                    MILVAION | 0 9 31 * *     | Months without a 31st are left out.
                    MILVAION | 0 9 30W * *    | Months without a 30th are left out.
                    UNIX     | */90 9 * * *   | The step of 90 is never made: only minute 0 matches.
                    UNIX     | 0 0 13 * 5     | It runs on 63 days of the next 365, because either of its fields of days is enough.
                    SYSTEMD  | daily          | ''
                    """)
    void saysWhatFollows(CronDialect dialect, String expression, String sentences) {
        var schedule = CronSchedule.parse(dialect, expression, null, ZONE, DstRules.DEFAULT);

        assertThat(String.join("; ", Consequences.of(schedule, NOW))).isEqualTo(sentences);
    }

    private static List<DialectDifference> differences(CronDialect dialect, String expression) {
        return DialectDifferences.of(dialect, expression, null, ZONE, DstRules.DEFAULT, NOW);
    }
}
