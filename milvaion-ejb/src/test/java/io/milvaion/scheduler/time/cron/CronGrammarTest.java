package io.milvaion.scheduler.time.cron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.zone.DstRules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The productions of the grammar in the package description, one after the other. */
class CronGrammarTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    /** The second expression says the same in the plainest way. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # expression
                    0 30 2 * * *        | 30 2 * * *
                    @Yearly             | 0 0 1 1 *
                    @hourly             | 0 * * * *
                    @every_second       | * * * * * *
                    # n with leading zeros, in every field
                    05 09 05 04 03 *    | 5 9 5 4 3 *
                    007 * * * * *       | 7 * * * * *
                    00 00 * * *         | 0 0 * * *
                    0 0 * * 05          | 0 0 * * FRI
                    0 0 * * 00,007      | 0 0 * * SUN
                    0 0 * * 01-05       | 0 0 * * MON-FRI
                    00-09/03 */015 01 1 * | 0,3,6,9 0,15 1 1 *
                    # n with leading zeros in the special items
                    0 0 015W * *        | 0 0 15W * *
                    0 0 L-03 * *        | 0 0 L-3 * *
                    0 0 * * MON#02      | 0 0 * * 1#2
                    0 0 * * 05L         | 0 0 * * FRIL
                    # plain: value, range, step
                    0 0 * * 1,3         | 0 0 * * MON,WED
                    0 22-1 * * *        | 0 0,1,22,23 * * *
                    0 5-5 * * *         | 0 5 * * *
                    50/4 * * * *        | 50,54,58 * * * *
                    0 22-2/2 * * *      | 0 0,2,22 * * *
                    0 0 1 */12 *        | 0 0 1 1 *
                    0 0 */31 * *        | 0 0 1 * *
                    0 0 * * */7         | 0 0 * * SUN
                    # names and numbers mixed
                    0 0 * * 1-FRI       | 0 0 * * MON-5
                    0 0 * * sat,1,7     | 0 0 * * 0,MON,6
                    0 0 1 jan-3,5,Sep *  | 0 0 1 1,2,3,5,9 *
                    0 0 1 11-FEB *      | 0 0 1 NOV-2 *
                    # Sunday is 0, 7 or SUN, also at both ends
                    0 0 * * 0-7         | 0 0 * * *
                    0 0 * * 7-2         | 0 0 * * SUN,MON,TUE
                    0 0 * * 5-7         | 0 0 * * FRI,SAT,SUN
                    0 0 * * 7#1         | 0 0 * * SUN#1
                    # ? and * restrict nothing, also within a list
                    0 0 ? * 1           | 0 0 * * 1
                    0 0 1 * ?           | 0 0 1 * *
                    0 0 1,* * *         | 0 0 * * *
                    # lists of special items, in any order
                    0 0 1,15W * *       | 0 0 15W,1 * *
                    0 0 L,15 * *        | 0 0 15,L * *
                    0 0 1,LW,L-2W * *   | 0 0 L-2W,LW,1 * *
                    0 0 * * MON#2,FRIL,3 | 0 0 * * WED,5L,1#2
                    """)
    void meansTheSame(String expression, String plain) {
        assertThat(runs(expression)).isEqualTo(runs(plain)).hasSize(50);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 0 1,15W * *  | 2026-12-01 2026-12-15 2027-01-01 2027-01-15 2027-02-01 2027-02-15
                    0 0 1W,15W * * | 2026-12-01 2026-12-15 2027-01-01 2027-01-15 2027-02-01 2027-02-15
                    0 0 L,15 * *   | 2026-11-30 2026-12-15 2026-12-31 2027-01-15 2027-01-31 2027-02-15
                    0 0 LW,L * *   | 2026-11-30 2026-12-31 2027-01-29 2027-01-31 2027-02-26 2027-02-28
                    0 0 L-2W * *   | 2026-12-29 2027-01-29 2027-02-26 2027-03-29 2027-04-28 2027-05-28
                    0 0 L-1W * *   | 2026-11-30 2026-12-30 2027-01-29 2027-02-26 2027-03-30 2027-04-29
                    0 0 L-30W * *  | 2026-12-01 2027-01-01 2027-03-01 2027-05-03 2027-07-01 2027-08-02
                    0 0 30W,L-2W 2 * | 2027-02-26 2028-02-28 2029-02-26 2030-02-26 2031-02-26 2032-02-27
                    """)
    void runsOn(String expression, String days) {
        List<String> expected = List.of(days.split(" "));

        assertThat(schedule(expression).preview(NOW, expected.size()))
                .extracting(run -> run.toString().substring(0, 10))
                .isEqualTo(expected);
    }

    /** More of these are in CronScheduleTest. */
    @ParameterizedTest
    @CsvSource({
        "0 0 W * *, dayOfMonth",
        "0 0 WL * *, dayOfMonth",
        "0 0 L-W * *, dayOfMonth",
        "0 0 L-0W * *, dayOfMonth",
        "0 0 L-32W * *, dayOfMonth",
        "0 0 000W * *, dayOfMonth",
        "0 0 1-5W * *, dayOfMonth",
        "0 0 15W/2 * *, dayOfMonth",
        "0 0 L/2 * *, dayOfMonth",
        "0 0 * * 08, dayOfWeek",
        "0 0 * * 10, dayOfWeek",
        "0 0 * * 5W, dayOfWeek",
        "0 0 * * MON-WED#2, dayOfWeek",
        "0 0 * * FRIL/2, dayOfWeek",
        "0 0 * * 1?, dayOfWeek",
        "060 * * * *, minute",
        "*/000 * * * *, minute",
        "*/60 * * * *, minute",
        "0 0x1 * * *, hour",
        "0 0 L-31W * *, expression",
    })
    void nothingElseIsUnderstood(String expression, String field) {
        assertThatThrownBy(() -> schedule(expression))
                .isInstanceOfSatisfying(
                        InvalidCron.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    /** Steps beyond their field, and what the message offers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    */90 * * * *       | minute     | 0 */3 * * * and 30 1/3 * * *
                    0 */36 * * *       | hour       | 0 0 */3 * * and 0 12 2/3 * *
                    */60 * * * *       | minute     | 0 */2 * * *
                    10-50/120 * * * *  | minute     | 59 at most
                    5/1440 * * * *     | minute     | 59 at most
                    */3600 * * * * *   | second     | 0 */3 * * * * and 30 1/3 * * * *
                    0 0/24 * * *       | hour       | 23 at most
                    0 0 */45 * *       | dayOfMonth | 31 at most
                    0 0 1 */18 *       | month      | executeAt
                    0 0 * * */14       | dayOfWeek  | 0 0 1,15 * *
                    """)
    void aStepThatIsTooLongIsToldFromWhatFits(String expression, String field, String words) {
        assertThatThrownBy(() -> schedule(expression))
                .hasMessageContaining(words)
                .hasMessageContaining("begins anew")
                .hasMessageEndingWith(".")
                .hasMessageNotContaining("every:")
                .isInstanceOfSatisfying(
                        InvalidCron.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    /** The expressions that the messages offer keep what these say. */
    @ParameterizedTest
    @CsvSource({
        "0 */3 * * *, 30 1/3 * * *, 5400",
        "0 */3 * * * *, 30 1/3 * * * *, 90",
        "0 0 */3 * *, 0 12 2/3 * *, 129600",
    })
    void jobsInTurnRunAtOneDistance(String one, String other, long seconds) {
        Instant begin = Instant.parse("2026-12-01T00:00:00Z");
        List<Instant> runs =
                Stream.of(one, other)
                        .flatMap(expression -> schedule(expression).preview(begin, 10).stream())
                        .sorted()
                        .limit(20)
                        .toList();

        assertThat(runs).first().isEqualTo(begin);
        assertThat(runs)
                .isEqualTo(
                        Stream.iterate(begin, run -> run.plusSeconds(seconds)).limit(20).toList());
    }

    private static List<Instant> runs(String expression) {
        return schedule(expression).preview(NOW, 50);
    }

    private static CronSchedule schedule(String expression) {
        return CronSchedule.parse(expression, ZoneId.of("UTC"), DstRules.DEFAULT);
    }
}
