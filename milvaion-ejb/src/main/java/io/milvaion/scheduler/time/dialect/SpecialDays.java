package io.milvaion.scheduler.time.dialect;

import io.milvaion.scheduler.time.cron.CronField;
import io.milvaion.scheduler.time.cron.CronItem;
import io.milvaion.scheduler.time.cron.CronItem.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code L}, {@code L-3}, {@code 15W}, {@code LW}, {@code MON#2} and {@code FRIL}. */
final class SpecialDays {

    private static final Pattern LAST = Pattern.compile("L(-(?<before>[0-9]{1,9}))?(?<weekday>W)?");
    private static final Pattern NEAREST = Pattern.compile("(?<day>[0-9]{1,9})W");
    private static final Pattern NTH = Pattern.compile("(?<day>[A-Z0-9]+)#(?<n>[0-9]{1,9})");
    private static final Pattern LAST_OF_WEEK = Pattern.compile("(?<day>[A-Z0-9]+)L");

    private SpecialDays() {}

    /**
     * Such an item of the day of the month; empty for any other.
     *
     * @throws Unreadable when its numbers are out of range
     */
    static Optional<CronItem> ofMonth(String text) {
        Matcher last = LAST.matcher(text);
        if (last.matches()) {
            Kind kind = last.group("weekday") == null ? Kind.LAST_DAY : Kind.LAST_WEEKDAY;
            return Optional.of(CronItem.of(kind, before(last.group("before"))));
        }
        Matcher nearest = NEAREST.matcher(text);
        if (nearest.matches()) {
            int day = FieldValues.of(CronField.DAY_OF_MONTH).number(nearest.group("day"));
            return Optional.of(CronItem.of(Kind.NEAREST_WEEKDAY, day));
        }
        return Optional.empty();
    }

    private static int before(String days) {
        return days == null ? 0 : FieldValues.of(CronField.DAY_OF_MONTH).number(days);
    }

    /**
     * Such an item of the day of the week; empty for any other.
     *
     * @throws Unreadable when its numbers are out of range
     */
    static Optional<CronItem> ofWeek(String text, FieldValues values) {
        Matcher nth = NTH.matcher(text);
        if (nth.matches()) {
            int n = Integer.parseInt(nth.group("n"));
            if (n < 1 || n > 5) {
                throw new Unreadable("a month has the 1st to the 5th of a day of the week");
            }
            int day = values.ours(values.number(nth.group("day")));
            return Optional.of(new CronItem(Kind.NTH_DAY_OF_WEEK, day, n, 1));
        }
        Matcher last = LAST_OF_WEEK.matcher(text);
        if (last.matches()) {
            int day = values.ours(values.number(last.group("day")));
            return Optional.of(CronItem.of(Kind.LAST_DAY_OF_WEEK, day));
        }
        return Optional.empty();
    }
}
