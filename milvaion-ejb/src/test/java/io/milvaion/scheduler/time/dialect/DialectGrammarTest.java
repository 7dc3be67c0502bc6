package io.milvaion.scheduler.time.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.time.cron.InvalidCron;
import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each dialect says of a text; that the real ones say so is for the tests beside. */
class DialectGrammarTest {

    private static final Instant NOW = Instant.parse("2026-12-31T23:59:59Z"); // a Thursday
    private static final ZoneId UTC = ZoneId.of("UTC");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # either field of days, unless one begins with *
                    MILVAION   | 0 0 13 * 5           | 2027-08-13 2028-10-13 2029-04-13
                    UNIX       | 0 0 13 * 5           | 2027-01-01 2027-01-08 2027-01-13
                    UNIX       | 0 0 */2 * MON        | 2027-01-11 2027-01-25 2027-02-01
                    UNIX       | 0 0 *,13 * MON       | 2027-01-04 2027-01-11 2027-01-18
                    UNIX       | 0 0 13,* * MON       | 2027-01-01 2027-01-02 2027-01-03
                    KUBERNETES | 0 0 */2 * MON        | 2027-01-01 2027-01-03 2027-01-04
                    KUBERNETES | 0 0 */1 * MON        | 2027-01-04 2027-01-11 2027-01-18
                    KUBERNETES | 0 0 13,* * MON       | 2027-01-04 2027-01-11 2027-01-18
                    SPRING     | 0 0 0 13 * FRI       | 2027-08-13 2028-10-13 2029-04-13
                    # which day is number 1
                    UNIX       | 0 0 * * 1            | 2027-01-04 2027-01-11 2027-01-18
                    QUARTZ     | 0 0 0 ? * 1          | 2027-01-03 2027-01-10 2027-01-17
                    SPRING     | 0 0 0 ? * 1          | 2027-01-04 2027-01-11 2027-01-18
                    # steps over the week
                    QUARTZ     | 0 0 0 ? * */2        | 2027-01-02 2027-01-03 2027-01-05
                    SPRING     | 0 0 0 ? * */2        | 2027-01-01 2027-01-03 2027-01-04
                    UNIX       | 0 0 * * */2          | 2027-01-02 2027-01-03 2027-01-05
                    # L of Quartz is Saturday as a day of the week
                    QUARTZ     | 0 0 0 ? * L          | 2027-01-02 2027-01-09 2027-01-16
                    QUARTZ     | 0 0 0 ? * 6L         | 2027-01-29 2027-02-26 2027-03-26
                    QUARTZ     | 0 0 0 1 1 ? 2029     | 2029-01-01
                    QUARTZ     | 0 0 0 1 1 ? 2029/2   | 2029-01-01 2031-01-01 2033-01-01
                    QUARTZ     | 0 0 0 ? * FRI-MON    | 2027-01-01 2027-01-02 2027-01-03
                    # days from the end of the month
                    SYSTEMD    | *-*~1                | 2027-01-31 2027-02-28 2027-03-31
                    SYSTEMD    | *-*~3..5             | 2027-01-27 2027-01-28 2027-01-29
                    SYSTEMD    | Mon *-*~7/1          | 2027-01-25 2027-02-22 2027-03-29
                    SYSTEMD    | quarterly            | 2027-01-01 2027-04-01 2027-07-01
                    SYSTEMD    | 2028..2029-02-29     | 2028-02-29
                    SYSTEMD    | *-01                 | 2027-01-01 2027-02-01 2027-03-01
                    """)
    void runsOn(CronDialect dialect, String expression, String days) {
        List<String> expected = List.of(days.split(" "));
        var runs = Ours.of(dialect, expression, UTC).preview(NOW, 3);

        assertThat(runs)
                .extracting(run -> run.atOffset(ZoneOffset.UTC).toLocalDate().toString())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    UNIX       | @reboot              | expression | There is no @reboot
                    UNIX       | 0 0 * * 5-1          | dayOfWeek  | ends before it begins
                    UNIX       | 5/15 * * * *         | minute     | such as 5-59/15
                    UNIX       | 0 0 L * *            | dayOfMonth | not something
                    UNIX       | 0 0 0 * * *          | expression | 5 fields
                    KUBERNETES | 0 0 * * 7            | dayOfWeek  | 0 to 6
                    KUBERNETES | TZ=UTC 0 0 * * *     | expression | timeZone
                    KUBERNETES | CRON_TZ=UTC 0 0 * * * | expression | timeZone
                    KUBERNETES | @every 1h30m         | expression | PT1H30M
                    QUARTZ     | 0 0 12 * * *         | dayOfWeek  | exactly one
                    QUARTZ     | 0 0 12 ? * ?         | dayOfWeek  | exactly one
                    QUARTZ     | 0 12 * * ?           | expression | 6 fields
                    QUARTZ     | 0 0 0 1 1 ? 1969     | year       | 1970
                    QUARTZ     | 0 0 0 1 1 ? 2030-2029 | year      | ends before it begins
                    QUARTZ     | 0 0 0 ? * 0          | dayOfWeek  | 1 to 7
                    SPRING     | 0 0 0 * * FRI-MON    | dayOfWeek  | ends before it begins
                    SPRING     | 0 0 0 L-3W * *       | dayOfMonth | not something
                    SPRING     | 0 0 * * *            | expression | 6 fields
                    SYSTEMD    | Fri..Mon 10:00       | dayOfWeek  | Monday to Sunday
                    SYSTEMD    | *:0/90               | minute     | leads past 59
                    SYSTEMD    | 10:00:00.5           | second     | whole seconds
                    SYSTEMD    | *-*~31               | dayOfMonth | 1 to 28
                    SYSTEMD    | reboot               | expression | OnCalendar
                    SYSTEMD    | 10:00 Europe/Berlin  | expression | timeZone is UTC
                    MILVAION   | H(8-5) * * * *       | minute     | ends before it begins
                    MILVAION   | H/61 * * * *         | minute     | 1 to 60
                    MILVAION   | H(0-9)/20 * * * *    | minute     | 1 to 10
                    MILVAION   | H-5 * * * *          | minute     | not something
                    MILVAION   | 0 0 H(1-32) * *      | dayOfMonth | 1 to 31
                    """)
    void refuses(CronDialect dialect, String expression, String field, String words) {
        assertThatThrownBy(() -> Ours.of(dialect, expression, UTC))
                .isInstanceOfSatisfying(
                        InvalidCron.class, e -> assertThat(e.field()).isEqualTo(field))
                .hasMessageContaining(words);
    }

    @Test
    void aZoneInTheTextMustBeThatOfTheJob() {
        var berlin = ZoneId.of("Europe/Berlin");

        assertThat(Ours.of(CronDialect.SYSTEMD, "10:00 Europe/Berlin", berlin).preview(NOW, 1))
                .containsExactly(Instant.parse("2027-01-01T09:00:00Z"));
        assertThat(CronDialect.SYSTEMD.zoneIn("Mon 10:00 utc")).contains("UTC");
        assertThat(CronDialect.SYSTEMD.zoneIn("Mon 10:00")).isEmpty();
    }

    @Test
    void aStepThatDoesNotDivideTheHourRunsAtMidnight() {
        assertThat(Ours.of(CronDialect.SYSTEMD, "*:0/7", UTC).preview(NOW, 2))
                .containsExactly(
                        Instant.parse("2027-01-01T00:00:00Z"),
                        Instant.parse("2027-01-01T00:07:00Z"));
    }

    @Test
    void hIsChosenByTheJobAndStays() {
        var first = new UUID(1, 1);

        assertThat(minutes("H * * * *", first))
                .hasSize(1)
                .isEqualTo(minutes("H * * * *", first))
                .isNotEqualTo(minutes("H * * * *", new UUID(1, 2)));
        assertThat(minutes("H/15 * * * *", first)).hasSize(4);
        assertThat(minutes("H(10-19) * * * *", first)).hasSize(1).allMatch(m -> m > 9 && m < 20);
        assertThat(minutes("H(0-29)/10 * * * *", first)).hasSize(3).allMatch(m -> m < 30);
    }

    /** Jobs spread over all values, and fields of one job do not go together. */
    @Test
    void hSpreadsJobs() {
        int[] ofMinute = new int[60];
        int same = 0;
        for (int i = 0; i < 6_000; i++) {
            var run = schedule("H H * * *", new UUID(7, i)).preview(NOW, 1).get(0);
            var time = run.atOffset(ZoneOffset.UTC);
            ofMinute[time.getMinute()]++;
            same += time.getMinute() == time.getHour() ? 1 : 0;
        }
        assertThat(Arrays.stream(ofMinute).boxed()).allMatch(count -> count > 50 && count < 160);
        assertThat(same).isBetween(50, 160);
    }

    @ParameterizedTest
    @CsvSource({
        "H * * * *, true",
        "'0 0 1,H(2-5) * *', true",
        "h/5 * * * *, true",
        "0 0 * MAR THU, false",
        "0 0 * MARCH *, false"
    })
    void knowsWhetherTheJobDecides(String expression, boolean depends) {
        assertThat(CronDialect.MILVAION.dependsOnJob(expression)).isEqualTo(depends);
    }

    @Test
    void aDayByHashIsInEachMonth() {
        for (int i = 0; i < 200; i++) {
            assertThat(schedule("0 0 H * *", new UUID(3, i)).preview(NOW, 12))
                    .extracting(run -> run.atOffset(ZoneOffset.UTC).getMonthValue())
                    .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        }
    }

    private static List<Integer> minutes(String expression, UUID job) {
        return schedule(expression, job).preview(NOW, 60).stream()
                .map(run -> run.atOffset(ZoneOffset.UTC).getMinute())
                .distinct()
                .toList();
    }

    private static CronSchedule schedule(String expression, UUID job) {
        return CronSchedule.parse(
                CronDialect.MILVAION, expression, job, Zones.named("UTC"), DstRules.DEFAULT);
    }
}
