package io.milvaion.scheduler.time.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.milvaion.scheduler.time.calendar.CalendarRule.When;
import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.timetable.OnClosed;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTimetableTest {

    private static final PlanZone BERLIN = Zones.named("Europe/Berlin");
    private static final CalendarRule WEEKENDS =
            CalendarRule.weekdays(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final CalendarRule HOLIDAYS = CalendarRule.holidays("DE", "be");

    @Test
    void aRunOnAHolidayMovesToTheNextDayWithItsReason() {
        // 3 October 2028 is a Tuesday
        var daily = closing("0 9 3 * *", OnClosed.NEXT_DAY, WEEKENDS, HOLIDAYS);

        assertThat(local(daily, "2028-10-01T00:00:00Z", 1)).containsExactly("2028-10-04T09:00");
        assertThat(daily.moves(at("2028-10-01T00:00:00Z"), at("2028-10-05T00:00:00Z"), 10))
                .containsExactly(
                        new CalendarMove(
                                at("2028-10-03T07:00:00Z"),
                                at("2028-10-04T07:00:00Z"),
                                false,
                                "Tag der Deutschen Einheit"));
    }

    /** What is on its way when somebody looks counts, too. */
    @Test
    void aMoveIsListedUntilItIsMade() {
        var saturdays = closing("0 9 * * SAT", OnClosed.NEXT_DAY, WEEKENDS);

        assertThat(saturdays.moves(at("2027-06-06T12:00:00Z"), at("2027-06-11T00:00:00Z"), 10))
                .extracting(CalendarMove::to)
                .containsExactly(at("2027-06-07T07:00:00Z"));
        assertThat(saturdays.moves(at("2027-06-07T12:00:00Z"), at("2027-06-11T00:00:00Z"), 10))
                .isEmpty();
    }

    @Test
    void runsOfTwoDaysThatFallOnOneMerge() {
        // Saturday and Sunday, 15 and 16 May 2027; the Monday after is a holiday, too
        var twice = closing("0 9 15,16 * *", OnClosed.NEXT_DAY, WEEKENDS, HOLIDAYS);

        assertThat(local(twice, "2027-05-01T00:00:00Z", 2))
                .containsExactly("2027-05-18T09:00", "2027-06-15T09:00");
        assertThat(twice.moves(at("2027-05-01T00:00:00Z"), at("2027-05-31T00:00:00Z"), 10))
                .extracting(CalendarMove::merged)
                .containsExactly(false, true);
        var daily = closing("0 9 * * *", OnClosed.PREVIOUS_DAY, WEEKENDS);
        assertThat(daily.moves(at("2027-06-05T00:00:00Z"), at("2027-06-07T00:00:00Z"), 10))
                .extracting(CalendarMove::to, CalendarMove::merged)
                .containsOnly(tuple(at("2027-06-04T07:00:00Z"), true));
    }

    @Test
    void eachPolicyMovesItsWay() {
        // 30 April 2027 is a Friday; the Saturday after it is open
        var firstOfMay = CalendarRule.dates("x", LocalDate.of(2027, 4, 30));

        assertThat(
                        local(
                                closing("0 9 30 4 *", OnClosed.SKIP, firstOfMay),
                                "2027-01-01T00:00:00Z",
                                1))
                .containsExactly("2028-04-30T09:00");
        assertThat(
                        local(
                                closing("0 9 30 4 *", OnClosed.NEXT_DAY, firstOfMay),
                                "2027-01-01T00:00:00Z",
                                1))
                .containsExactly("2027-05-01T09:00");
        assertThat(
                        local(
                                closing("0 9 30 4 *", OnClosed.NEXT_WORKING_DAY, firstOfMay),
                                "2027-01-01T00:00:00Z",
                                1))
                .containsExactly("2027-05-03T09:00");
        assertThat(
                        local(
                                closing("0 9 30 4 *", OnClosed.PREVIOUS_DAY, firstOfMay),
                                "2027-01-01T00:00:00Z",
                                1))
                .containsExactly("2027-04-29T09:00");
    }

    @Test
    void aWeekOfACalendarSaysWhichDaysAreWorkedOn() {
        // Friday and Saturday are free; 1 May 2027 is a Saturday
        var saturday = CalendarRule.dates("x", LocalDate.of(2027, 5, 1));
        var week = CalendarRule.weekdays(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

        assertThat(
                        local(
                                closing("0 9 1 5 *", OnClosed.NEXT_WORKING_DAY, saturday, week),
                                "2027-01-01T00:00:00Z",
                                1))
                .containsExactly("2027-05-02T09:00");
    }

    @Test
    void aBlackoutWindowIsWaitedFor() {
        var nights = CalendarRule.times("22:00", "06:00");

        assertThat(
                        local(
                                closing("*/30 * * * *", OnClosed.NEXT_DAY, nights),
                                "2027-06-01T19:15:00Z",
                                3))
                .containsExactly("2027-06-01T21:30", "2027-06-02T06:00", "2027-06-02T06:30");
        assertThat(
                        local(
                                closing("15 23 * * *", OnClosed.NEXT_DAY, nights),
                                "2027-06-01T12:00:00Z",
                                2))
                .containsExactly("2027-06-02T06:00", "2027-06-03T06:00");
        assertThat(
                        closing("15 23 * * *", OnClosed.SKIP, nights)
                                .firstAtOrAfter(at("2027-01-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void clocksThatChangeStretchAndCutWindows() {
        // 28 March 2027: 02:00 to 03:00 is left out; 31 October: comes twice
        var window = CalendarRule.times("01:30", "02:30");

        assertThat(
                        local(
                                closing("45 1 * * *", OnClosed.NEXT_DAY, window),
                                "2027-03-28T00:00:00Z",
                                1))
                .containsExactly("2027-03-28T03:00");
        assertThat(
                        closing("*/15 * * * *", OnClosed.SKIP, window)
                                .nextAfter(at("2027-10-31T00:30:00Z")))
                .contains(at("2027-10-31T00:45:00Z"));
        assertThat(
                        closing("*/15 * * * *", OnClosed.SKIP, window)
                                .nextAfter(at("2027-10-31T00:45:00Z")))
                .contains(at("2027-10-31T01:30:00Z"));
    }

    @Test
    void calendarsOfOtherZonesCloseByTheirOwnClocks() {
        var tokyo = new CalendarDefinition(null, "Asia/Tokyo", List.of(), List.of(WEEKENDS), null);
        var book = new CalendarBook(Map.of("c", new CalendarBook.ListedCalendar(tokyo, null)));
        var daily =
                book.of(List.of("c"), Zones.named("UTC"))
                        .orElseThrow()
                        .apply(
                                cron("0 16 * * *", Zones.named("UTC")),
                                OnClosed.SKIP,
                                DstRules.DEFAULT);

        // Friday 16:00 in UTC is Saturday in Tokyo, Sunday 16:00 is Monday
        assertThat(daily.nextAfter(at("2027-06-03T16:00:00Z")))
                .contains(at("2027-06-06T16:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 31 October 2027 is a Sunday, 1 November a Monday; 31 December a Friday
                "0 9 LWD * *|2027-10-01T00:00:00Z|2027-10-29T09:00|2027-11-30T09:00",
                "0 9 3WD * *|2027-10-01T00:00:00Z|2027-10-05T09:00|2027-11-03T09:00",
                "0 9 LWD-2 3,6,9,12 *|2027-11-01T00:00:00Z|2027-12-29T09:00|2028-03-29T09:00",
                "0 0 9 1wd,lwd * *|2027-10-01T12:00:00Z|2027-10-29T09:00|2027-11-01T09:00",
                // Good Friday and Easter Monday are 26 and 29 March 2027
                "0 9 LWD-2 3 *|2027-01-01T00:00:00Z|2027-03-25T09:00|2028-03-29T09:00",
            })
    void workingDaysOfAMonthAreCounted(String expression, String from, String first, String next) {
        var book = new CalendarBook(Map.of("c", entry(WEEKENDS, HOLIDAYS)));
        var days = Workdays.in(expression).orElseThrow();
        var base = cron(Workdays.anyDay(expression), BERLIN);

        var runs = book.of(List.of("c"), BERLIN).orElseThrow().on(days, base);

        assertThat(local(runs, from, 2)).containsExactly(first, next);
    }

    @Test
    void workingDaysWithoutCalendarsAreThoseFromMondayToFriday() {
        var last =
                JobCalendars.none(BERLIN)
                        .on(Workdays.in("0 9 LWD * *").orElseThrow(), cron("0 9 * * *", BERLIN));

        // Easter Monday is worked on, and so is New Year's Eve
        assertThat(local(last, "2027-10-01T00:00:00Z", 3))
                .containsExactly("2027-10-29T09:00", "2027-11-30T09:00", "2027-12-31T09:00");
        assertThat(Workdays.in("0 9 LW * *")).isEmpty();
        assertThat(Workdays.in("0 9 LWD,15 * *")).isEmpty();
        assertThat(Workdays.in("0 9 0WD * *")).isEmpty();
        assertThat(Workdays.in("@daily")).isEmpty();
        assertThat(Workdays.in(null)).isEmpty();
    }

    @Test
    void whatIsNeverOpenIsFoundOut() {
        var never = closing("0 9 * * SAT", OnClosed.SKIP, WEEKENDS);

        assertThat(never.firstAtOrAfter(at("2027-01-01T00:00:00Z"))).isEmpty();
        var closed =
                closing("0 9 * * *", OnClosed.NEXT_DAY, CalendarRule.range("x", "01-01", "12-31"));
        assertThat(closed.firstAtOrAfter(at("2027-01-01T00:00:00Z"))).isEmpty();
        assertThat(never.firstAtOrAfter(Instant.MIN)).isEmpty();
        assertThat(never.nextAfter(Instant.MAX)).isEmpty();
    }

    @Test
    void calendarsThatSpeakOfEachOtherAreRefused() {
        var book =
                new CalendarBook(
                        Map.of(
                                "a", entry(CalendarRule.calendar("b", When.CLOSED)),
                                "b", entry(CalendarRule.calendar("a", When.OPEN))));

        assertThatThrownBy(() -> book.of(List.of("a"), BERLIN))
                .isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> book.of(List.of("nobody"), BERLIN))
                .isInstanceOf(DateTimeException.class);
        assertThat(book.affectedBy("a")).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void thousandRunsTakeMilliseconds() {
        var daily =
                closing(
                        "0 9 * * *",
                        OnClosed.NEXT_WORKING_DAY,
                        WEEKENDS,
                        HOLIDAYS,
                        CalendarRule.times("22:00", "06:00"));
        local(daily, "2027-01-01T00:00:00Z", 1_000);
        long start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            local(daily, "2027-01-01T00:00:00Z", 1_000);
        }
        // a tenth of this alone; others share the machine
        assertThat(Duration.ofNanos((System.nanoTime() - start) / 10))
                .isLessThan(Duration.ofMillis(100));
    }

    private static CalendarTimetable closing(
            String expression, OnClosed policy, CalendarRule... exclude) {
        var book = new CalendarBook(Map.of("c", entry(exclude)));
        return book.of(List.of("c"), BERLIN)
                .orElseThrow()
                .apply(cron(expression, BERLIN), policy, DstRules.DEFAULT);
    }

    private static CalendarBook.ListedCalendar entry(CalendarRule... exclude) {
        return new CalendarBook.ListedCalendar(CalendarDefinition.excluding(exclude), null);
    }

    private static Timetable cron(String expression, PlanZone zone) {
        return CronSchedule.parse(expression, zone, DstRules.DEFAULT);
    }

    private static List<String> local(Timetable timetable, String from, int count) {
        var runs = new ArrayList<String>();
        var run = timetable.firstAtOrAfter(at(from));
        while (run.isPresent() && runs.size() < count) {
            runs.add(new LocalClock(BERLIN.rules()).local(run.get()).toString());
            run = timetable.nextAfter(run.get());
        }
        return runs;
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
