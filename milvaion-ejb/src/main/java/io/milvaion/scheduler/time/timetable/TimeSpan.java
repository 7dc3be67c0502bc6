package io.milvaion.scheduler.time.timetable;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads durations of ISO 8601 that are the same on each day: weeks, or days and times. */
public final class TimeSpan {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366_000);
    private static final Pattern WEEKS = Pattern.compile("P([0-9]{1,6})W");
    private static final Pattern DAYS =
            Pattern.compile(
                    "P(?=.)([0-9]{1,9}D)?(T(?=.)([0-9]{1,9}H)?([0-9]{1,9}M)?"
                            + "([0-9]{1,9}([.,][0-9]{1,3})?S)?)?");

    private TimeSpan() {}

    /**
     * @return whole milliseconds, a second at least
     * @throws DateTimeException saying what is wrong
     */
    public static Duration parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        var weeks = WEEKS.matcher(upper);
        if (!weeks.matches() && !DAYS.matcher(upper).matches()) {
            throw new DateTimeException(
                    "An ISO 8601 duration of weeks or of days, hours, minutes and seconds, such as"
                            + " PT15M, P1D or P1DT12H; months and years are not equally long: use"
                            + " cronExpression or rrule.");
        }
        Duration span =
                weeks.matches()
                        ? Duration.ofDays(7 * Long.parseLong(weeks.group(1)))
                        : Duration.parse(upper.replace(',', '.'));
        if (span.compareTo(SHORTEST) < 0 || span.compareTo(LONGEST) > 0) {
            throw new DateTimeException("Allowed: PT1S to P366000D.");
        }
        return span;
    }

    /** Whether it is so many days. */
    public static boolean isWholeDays(Duration span) {
        return span.equals(Duration.ofDays(span.toDays()));
    }
}
