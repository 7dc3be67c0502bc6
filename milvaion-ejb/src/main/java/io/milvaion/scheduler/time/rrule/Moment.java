package io.milvaion.scheduler.time.rrule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * A date or a date with a time, as iCalendar writes them.
 *
 * @param time null for a date
 * @param utc whether it is an instant; else in the zone that its line or the start names
 */
record Moment(LocalDate date, LocalTime time, boolean utc) {

    private static final Pattern FORM =
            Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})(T([0-9]{2})([0-9]{2})([0-9]{2})(Z?))?");

    /**
     * @param name of the line or part, for the message
     */
    static Moment parse(String name, String text) {
        var matcher = FORM.matcher(text);
        try {
            if (matcher.matches()) {
                var date = LocalDate.of(part(text, 0, 4), part(text, 4, 6), part(text, 6, 8));
                return matcher.group(4) == null
                        ? new Moment(date, null, false)
                        : new Moment(date, time(text), text.endsWith("Z"));
            }
        } catch (DateTimeException e) { // then there is no such date or time: as below
        }
        throw new InvalidRecurrence(
                name,
                "\"" + text + "\" is neither 20270131 nor 20270131T090000 nor 20270131T080000Z.");
    }

    private static LocalTime time(String text) {
        int second = part(text, 13, 15);
        return LocalTime.of(part(text, 9, 11), part(text, 11, 13), second == 60 ? 59 : second);
    }

    private static int part(String text, int begin, int end) {
        return Integer.parseInt(text.substring(begin, end));
    }

    LocalDateTime at(LocalTime otherwise) {
        return date.atTime(time == null ? otherwise : time);
    }

    /** As the end of a rule: a date means all of its day. */
    RuleEnd bound() {
        return new RuleEnd(at(LocalTime.of(23, 59, 59)), utc);
    }
}
