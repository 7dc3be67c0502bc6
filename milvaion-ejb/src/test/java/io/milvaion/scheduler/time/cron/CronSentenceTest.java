package io.milvaion.scheduler.time.cron;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.time.dialect.CronDialect;
import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronSentenceTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    30 2 * * *         | At 02:30 every day.
                    15 30 2 * * *      | At 02:30:15 every day.
                    0 8,20 * * *       | At 08:00 and 20:00 every day.
                    0,30 8,12,20 1 * * | At 08:00, 08:30, 12:00, 12:30, 20:00 and 20:30 on the 1st of the month.
                    1,2,3,4 1,2 * * *  | At minutes 1, 2, 3 and 4 of hours 1 and 2.
                    * * * * * *        | Every second.
                    */15 * * * * *     | Every 15 seconds.
                    * * * * *          | Every minute.
                    */5 * * * *        | Every 5 minutes.
                    0 * * * *          | Every hour.
                    0 */2 * * *        | Every 2 hours.
                    5 0 */2 * * *      | At second 5 of minute 0 of every 2nd hour.
                    0 */5 * * *        | At minute 0 of every 5th hour.
                    */7 * * * *        | At every 7th minute of every hour.
                    5/10 * * * *       | At every 10th minute from 5 to 59 of every hour.
                    5 * * * *          | At minute 5 of every hour.
                    5 * * * * *        | At second 5 of every minute.
                    * 0 * * * *        | Every second of minute 0 of every hour.
                    */5 9-17 * * 1-5   | Every 5 minutes of hours 9 to 17 on Monday to Friday.
                    0 9-17 * * *       | At minute 0 of hours 9 to 17.
                    10,20-30 * * * *   | At minutes 10 and 20 to 30 of every hour.
                    0 0 31 * *         | At 00:00 on the 31st of the month.
                    0 0 1,L * *        | At 00:00 on the 1st and the last day of the month.
                    0 0 L-1 * *        | At 00:00 on the last day but one of the month.
                    0 0 L-3 * *        | At 00:00 on the day 3 days before the last day of the month.
                    0 0 15W * *        | At 00:00 on the weekday (Monday to Friday) nearest to the 15th of the month.
                    0 0 LW * *         | At 00:00 on the last weekday (Monday to Friday) of the month.
                    0 0 L-1W * *       | At 00:00 on the weekday (Monday to Friday) nearest to the last day but one of the month.
                    0 0 L-4W * *       | At 00:00 on the weekday (Monday to Friday) nearest to the day 4 days before the last day of the month.
                    0 0 */2 * *        | At 00:00 on every 2nd day from the 1st to the 31st of the month.
                    0 0 ? * MON#2,5L   | At 00:00 on the 2nd Monday of the month and the last Friday of the month.
                    0 0 * * 7          | At 00:00 on Sunday.
                    0 0 * NOV-FEB *    | At 00:00 every day in November to February.
                    0 0 * */3 *        | At 00:00 every day in every 3rd month from January to December.
                    0 0 13 * FRI       | At 00:00 on the 13th of the month that is also Friday (both must match: day of month and day of week).
                    @daily             | At 00:00 every day.
                    """)
    void saysWhenItRuns(String expression, String sentence) {
        var schedule = CronSchedule.parse(expression, ZoneId.of("UTC"), DstRules.DEFAULT);

        assertThat(schedule.description()).isEqualTo(sentence);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    UNIX       | 0 0 13 * 5           | At 00:00 on the 13th of the month or on Friday (either is enough: day of month or day of week).
                    UNIX       | 0 0 13,* * MON       | At 00:00 every day.
                    KUBERNETES | 0 0 1,15 6 */3       | At 00:00 on the 1st and the 15th of the month or on every 3rd day from Sunday to Saturday in June (either is enough: day of month or day of week).
                    QUARTZ     | 0 0 12 ? * 2         | At 12:00 on Monday.
                    QUARTZ     | 0 0 12 1 * ? 2027    | At 12:00 on the 1st of the month in 2027.
                    QUARTZ     | 0 0 12 1 1 ? 2027-2029,2035 | At 12:00 on the 1st of the month in January of 2027 to 2029 and 2035.
                    QUARTZ     | 0 0 12 * * ? 2028/4  | At 12:00 every day in every 4th year from 2028 to 2199.
                    SPRING     | 0 0 9 * * SUN-TUE    | At 09:00 on Sunday to Tuesday.
                    SYSTEMD    | Mon..Fri *-*-* 02:00:00 | At 02:00 on Monday to Friday.
                    SYSTEMD    | *-*~1..2             | At 00:00 on the last day and the last day but one of the month.
                    SYSTEMD    | 2027-12~03 9:30      | At 09:30 on the day 2 days before the last day of the month in December of 2027.
                    MILVAION   | H(7-7) * * * *       | At minute 7 of every hour (H: chosen by the id of the job).
                    """)
    void saysItInEachDialect(CronDialect dialect, String expression, String sentence) {
        assertThat(CronSentence.of(dialect.read(expression, null))).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "0 */8 * * *, SKIP, BOTH, does not run",
        "30 2 * * *, SHIFT, SECOND, the second time.",
        "*/5 9-17 * * *, SHIFT, FIRST, the first instant after the gap",
        "*/5 0-23 * * *, SKIP, BOTH, An interval",
    })
    void saysWhatItDoesWhenClocksChange(
            String expression, DstGap gap, DstOverlap overlap, String words) {
        var schedule = CronSchedule.parse(expression, ZoneId.of("UTC"), new DstRules(gap, overlap));

        assertThat(schedule.clockChanges()).contains(words);
    }
}
