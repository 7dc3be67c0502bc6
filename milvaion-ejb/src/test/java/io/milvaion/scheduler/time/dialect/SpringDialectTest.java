package io.milvaion.scheduler.time.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.scheduling.support.CronExpression;

/** Against {@code CronExpression} of Spring itself. */
class SpringDialectTest {

    private static final RealOne SPRING =
            new RealOne(CronDialect.SPRING) {
                @Override
                Optional<Instant> next(String expression, ZoneId zone, Instant after) {
                    var next = CronExpression.parse(expression).next(after.atZone(zone));
                    return Optional.ofNullable(next).map(run -> run.toInstant());
                }
            };

    @Test
    void runsWhenSpringDoes() {
        List<String> expressions =
                Mixture.of(
                        400,
                        "0 0 0 30 */20 5,10 * 59/1 10-40/15",
                        "0 0 30 */15 5/10 * 10-50/20 7,8 */90 0-5",
                        "0 9 23 */6 8-17 9-17/2 * 5/6 22,23 01",
                        "* * * ? 1 13 15 31 */2 1-7 1,15 L LW L-3 15W 1,L 10/5 29 L,15 LW,1 5W,20",
                        "* * * * 1 2 JAN feb 3-5 */3 OCT-DEC 2/3 mar,Sep 4,6,9,11",
                        "* * * ? 0 7 1 5 MON fri 1-5 MON-FRI 0,6 */2 5/2 SUN-TUE 7-2 0-2 0-7 5-7"
                                + " MON#2 5#3 FRIL 5L 0L 7L sun#1 MON#1,FRIL SAT,SUN 0/2");
        List<String> compared = new ArrayList<>();

        assertThat(SPRING.differences(expressions, compared)).isEmpty();
        assertThat(compared).hasSizeGreaterThan(300);
    }

    /**
     * Where Spring 6.2.19 is wrong, as 7.0.10 is. These are its own answers, which an update may
     * change, beside ours.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # asked on the Sunday before its Monday: that month is forgotten
                    0 0 9 1W * *   | 2027-05-02T12:00:00Z | 2027-06-01T09:00:00Z | 2027-05-03T09:00:00Z
                    # the last day of a month is a Sunday: the Friday before is left out
                    0 0 9 31W * *  | 2027-01-05T10:00:00Z | 2027-03-31T09:00:00Z | 2027-01-29T09:00:00Z
                    0 0 9 30W * *  | 2028-03-31T00:00:00Z | 2028-05-30T09:00:00Z | 2028-04-28T09:00:00Z
                    # 28 to 30 days before the last one: a day of January, though February has none
                    0 0 9 L-30 * * | 2027-01-02T00:00:00Z | 2027-01-29T09:00:00Z | 2027-03-01T09:00:00Z
                    0 0 9 L-28 * * | 2027-01-04T00:00:00Z | 2027-01-31T09:00:00Z | 2027-03-03T09:00:00Z
                    """)
    void isRightWhereSpringIsNot(String expression, Instant after, Instant spring, Instant ours) {
        ZoneId zone = ZoneId.of("UTC");

        assertThat(SPRING.next(expression, zone, after)).contains(spring);
        assertThat(Ours.of(CronDialect.SPRING, expression, zone).nextAfter(after)).contains(ours);
    }

    @Test
    void refusesWhatSpringRefuses() {
        List<String> expressions =
                List.of(
                        "@daily",
                        "@hourly",
                        "@yearly",
                        "@weekly",
                        "@Daily",
                        "@reboot",
                        "0 0 0 ? * FRI-MON",
                        "0 0 22-2 * * *",
                        "0 0 0 * NOV-FEB *",
                        "0 0 0 * * L",
                        "0 0 0 * * MON#6",
                        "0 0 0 * * MON#0",
                        "0 0 0 * * 8",
                        "0 0 0 * * MONDAY",
                        "0 0 0 L-0 * *",
                        "0 0 0 32 * *",
                        "0 0 0 0 * *",
                        "0 0 0 1W5 * *",
                        "0 0 0 W * *",
                        "0 0 0 1-5W * *",
                        "0 0 * * *",
                        "0 0 0 * * * *",
                        "60 0 0 * * *",
                        "0 */0 * * * *",
                        "0 0 24 * * *",
                        "0 0 0 ? * ?",
                        "0 ? 0 * * *",
                        "0 0 0 L-3W * *",
                        "0 0 0 */40 * *",
                        "0 1, 0 * * *",
                        "0 0 0 * 13 *",
                        "0 0 0 1/0 * *",
                        "0 0 0 * * MON-WED#2");
        List<String> compared = new ArrayList<>();

        assertThat(SPRING.differences(expressions, compared)).isEmpty();
    }
}
