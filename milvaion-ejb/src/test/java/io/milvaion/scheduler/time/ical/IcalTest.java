package io.milvaion.scheduler.time.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class IcalTest {

    private static final ZoneRules BERLIN = ZoneId.of("Europe/Berlin").getRules();

    @Test
    void readsDates() {
        var spans =
                parse(
                        "BEGIN:VEVENT",
                        "SUMMARY:Company outing",
                        "DTSTART;VALUE=DATE:20270514",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "SUMMARY:Plant shut-down, all ",
                        "  of it",
                        "DTSTART;VALUE=DATE:20270802",
                        "DTEND;VALUE=DATE:20270816",
                        "END:VEVENT");
        assertThat(spans)
                .containsExactly(
                        IcalSpan.local("Company outing", day(2027, 5, 14), day(2027, 5, 15)),
                        IcalSpan.local(
                                "Plant shut-down, all  of it", day(2027, 8, 2), day(2027, 8, 16)));
    }

    @Test
    void repeatsUntil2100() {
        var spans =
                parse(
                        "BEGIN:VEVENT",
                        "UID:1",
                        "SUMMARY:New Year",
                        "DTSTART;VALUE=DATE:20260101",
                        "RRULE:FREQ=YEARLY",
                        "END:VEVENT");
        assertThat(spans).hasSize(74);
        assertThat(spans.get(73).localFrom()).isEqualTo(day(2099, 1, 1));
    }

    @Test
    void leavesOutWhatIsExceptedMovedOrCancelled() {
        var spans =
                parse(
                        "BEGIN:VEVENT",
                        "UID:1",
                        "DTSTART;VALUE=DATE:20270101",
                        "RRULE:FREQ=MONTHLY;COUNT=4",
                        "EXDATE;VALUE=DATE:20270201",
                        "RDATE;VALUE=DATE:20270615",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:1",
                        "RECURRENCE-ID;VALUE=DATE:20270301",
                        "DTSTART;VALUE=DATE:20270303",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:2",
                        "STATUS:CANCELLED",
                        "DTSTART;VALUE=DATE:20270707",
                        "END:VEVENT");
        assertThat(spans)
                .extracting(span -> span.localFrom().toLocalDate())
                .containsExactlyInAnyOrder(
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 3, 3),
                        LocalDate.of(2027, 4, 1),
                        LocalDate.of(2027, 6, 15));
    }

    @Test
    void keepsTimesInTheirZones() {
        var spans =
                parse(
                        "BEGIN:VEVENT",
                        "SUMMARY:Maintenance",
                        "DTSTART;TZID=America/New_York:20270104T220000",
                        "DTEND;TZID=America/New_York:20270105T020000",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "DTSTART:20270104T220000Z",
                        "DURATION:PT90M",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "DTSTART:20270104T220000",
                        "DTEND:20270104T230000",
                        "END:VEVENT");
        assertThat(spans)
                .extracting(span -> span.from(BERLIN))
                .containsExactly(
                        LocalDateTime.of(2027, 1, 5, 4, 0),
                        LocalDateTime.of(2027, 1, 4, 23, 0),
                        LocalDateTime.of(2027, 1, 4, 22, 0));
        assertThat(spans)
                .extracting(span -> span.to(BERLIN))
                .containsExactly(
                        LocalDateTime.of(2027, 1, 5, 8, 0),
                        LocalDateTime.of(2027, 1, 5, 0, 30),
                        LocalDateTime.of(2027, 1, 4, 23, 0));
    }

    @Test
    void refusesWhatIsNoCalendarOrSaysTooMuch() {
        assertThatThrownBy(() -> Ical.parse("<html>")).isInstanceOf(InvalidIcal.class);
        assertThatThrownBy(() -> Ical.parse("")).isInstanceOf(InvalidIcal.class);
        assertThatThrownBy(
                        () ->
                                parse(
                                        "BEGIN:VEVENT",
                                        "DTSTART;VALUE=DATE:20260101",
                                        "RRULE:FREQ=DAILY",
                                        "END:VEVENT"))
                .isInstanceOf(InvalidIcal.class)
                .hasMessageContaining("20000");
    }

    private static LocalDateTime day(int year, int month, int day) {
        return LocalDate.of(year, month, day).atStartOfDay();
    }

    private static List<IcalSpan> parse(String... lines) {
        return Ical.parse(
                        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test\r\n"
                                + String.join("\r\n", lines)
                                + "\r\nEND:VCALENDAR\r\n")
                .spans();
    }
}
