package io.milvaion.scheduler.declare.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import io.milvaion.scheduler.time.zone.Zones;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quartz.CronExpression;

/** The libraries themselves judge what is said of their rules, above all near changes of clocks. */
class RulesOfOthersTest {

    private static final int RUNS = 10;

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
    private static final List<ZoneId> ZONES =
            Stream.of(
                            "UTC",
                            "Europe/Berlin",
                            "America/New_York",
                            "Australia/Lord_Howe",
                            "Africa/Cairo")
                    .map(ZoneId::of)
                    .toList();

    /** Before changes of clocks of one of the zones, and elsewhere. */
    private static final List<Instant> STARTS =
            Stream.of(
                            "2027-03-27T22:00:00Z",
                            "2027-10-30T22:00:00Z",
                            "2027-03-14T04:00:00Z",
                            "2027-11-07T03:00:00Z",
                            "2027-04-03T11:00:00Z",
                            "2027-10-02T11:00:00Z",
                            "2027-04-29T18:00:00Z",
                            "2027-12-30T12:34:56Z")
                    .map(Instant::parse)
                    .toList();

    private static final List<String> TIMES =
            List.of(
                    "30 2",
                    "0 3",
                    "*/30 *",
                    "*/30 2",
                    "0 */2",
                    "0,30 1-3",
                    "15 0",
                    "59 23",
                    "5/15 2/7",
                    "30 1-3",
                    "30 *",
                    "0 1,2");
    private static final List<String> DAYS =
            List.of("* *", "1 *", "28-31 *", "* 3", "*/10 1-6", "29 2");

    /** How a library goes on from an instant. */
    private interface Judge {
        UnaryOperator<Instant> of(String expression, ZoneId zone);
    }

    static Stream<Arguments> judges() {
        return Stream.of(
                Arguments.of(CronStyle.QUARTZ, (Judge) RulesOfOthersTest::quartz),
                Arguments.of(CronStyle.SPRING, (Judge) RulesOfOthersTest::spring),
                Arguments.of(CronStyle.JOB_RUNR, (Judge) RulesOfOthersTest::jobRunr));
    }

    @ParameterizedTest
    @MethodSource("judges")
    void runsAreThoseOfTheLibrary(CronStyle style, Judge judge) {
        var wrong =
                expressions(style)
                        .flatMap(
                                expression ->
                                        zones(style)
                                                .map(
                                                        zone ->
                                                                differs(
                                                                        style,
                                                                        judge,
                                                                        expression,
                                                                        zone)))
                        .filter(text -> !text.isEmpty())
                        .toList();

        assertThat(wrong).isEmpty();
    }

    /** Spring loses runs where clocks go back by half an hour. */
    private static Stream<ZoneId> zones(CronStyle style) {
        return ZONES.stream().filter(zone -> style != CronStyle.SPRING || !zone.equals(LORD_HOWE));
    }

    @Test
    void dbSchedulersRunsAreThoseOfItsLibrary() {
        var wrong =
                expressions(CronStyle.SPRING)
                        .map(
                                expression ->
                                        differs(
                                                CronUtilsRule.of(
                                                        expression,
                                                        "SPRING53",
                                                        Zones.named("Europe/Berlin")),
                                                dbScheduler(expression, BERLIN),
                                                expression))
                        .filter(text -> !text.isEmpty());

        assertThat(wrong).isEmpty();
    }

    private static String differs(CronStyle style, Judge judge, String expression, ZoneId zone) {
        return differs(
                CronRule.of(expression, style, Zones.named(zone.getId())),
                judge.of(expression, zone),
                expression + " " + zone);
    }

    private static String differs(SourceRule rule, UnaryOperator<Instant> next, String what) {
        for (var start : STARTS) {
            var theirs = Stream.iterate(next.apply(start), next).limit(RUNS).toList();
            var said = rule.first(start.plusSeconds(1), RUNS);
            if (!theirs.equals(said)) {
                return "%s from %s:%n %s%n %s".formatted(what, start, theirs, said);
            }
        }
        return "";
    }

    private static Stream<String> expressions(CronStyle style) {
        var weekdays =
                style == CronStyle.QUARTZ
                        ? List.of("? * 2", "? * MON-FRI", "? * 7", "? * 6L", "? * MON#2", "L * ?")
                        : style == CronStyle.JOB_RUNR
                                ? List.of("* * 1", "* * MON-FRI", "* * 0")
                                : List.of(
                                        "* * 1",
                                        "* * MON-FRI",
                                        "* * 0",
                                        "* * 5L",
                                        "* * MON#2",
                                        "L * *");
        var days =
                Stream.concat(
                        DAYS.stream().map(day -> day + (style == CronStyle.QUARTZ ? " ?" : " *")),
                        weekdays.stream());
        var seconds = style == CronStyle.JOB_RUNR ? "" : "0 ";
        return days.flatMap(day -> TIMES.stream().map(time -> seconds + time + " " + day));
    }

    private static UnaryOperator<Instant> quartz(String expression, ZoneId zone) {
        try {
            var cron = new CronExpression(expression);
            cron.setTimeZone(TimeZone.getTimeZone(zone));
            return at -> cron.getNextValidTimeAfter(Date.from(at)).toInstant();
        } catch (ParseException e) {
            throw new AssertionError(expression, e);
        }
    }

    private static UnaryOperator<Instant> spring(String expression, ZoneId zone) {
        var cron = org.springframework.scheduling.support.CronExpression.parse(expression);
        return at -> cron.next(at.atZone(zone)).toInstant();
    }

    private static UnaryOperator<Instant> dbScheduler(String expression, ZoneId zone) {
        var cron = new CronSchedule(expression, zone);
        return at -> cron.getNextExecutionTime(ExecutionComplete.simulatedSuccess(at));
    }

    private static UnaryOperator<Instant> jobRunr(String expression, ZoneId zone) {
        var cron = new org.jobrunr.scheduling.cron.CronExpression(expression);
        return at -> cron.next(at, at, zone);
    }
}
