package io.milvaion.scheduler.time.cron;

import io.milvaion.scheduler.time.cron.CronItem.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an expression says, whatever the dialect that wrote it.
 *
 * @param items of each field; those left out are second 0 and any year
 * @param days what days of month and days of the week do together
 * @param hashed whether some values were chosen by the id of a job
 */
public record CronFields(Map<CronField, List<CronItem>> items, DaysMatch days, boolean hashed) {

    /**
     * Where either field of days is enough and one of them is any day, every day matches: both
     * become any day.
     */
    public CronFields {
        Map<CronField, List<CronItem>> whole = new EnumMap<>(items);
        whole.putIfAbsent(CronField.SECOND, List.of(CronItem.of(Kind.VALUE, 0)));
        whole.putIfAbsent(CronField.YEAR, List.of(CronItem.any(CronField.YEAR)));
        if (days == DaysMatch.EITHER
                && !(restricts(whole, CronField.DAY_OF_MONTH)
                        && restricts(whole, CronField.DAY_OF_WEEK))) {
            whole.put(CronField.DAY_OF_MONTH, List.of(CronItem.any(CronField.DAY_OF_MONTH)));
            whole.put(CronField.DAY_OF_WEEK, List.of(CronItem.any(CronField.DAY_OF_WEEK)));
        }
        items = Map.copyOf(whole);
    }

    /** What the list of the field holds. */
    public List<CronItem> of(CronField field) {
        return items.get(field);
    }

    long plainBits(CronField field) {
        return of(field).stream()
                .filter(CronItem::isPlain)
                .mapToLong(item -> item.bits(field))
                .reduce(0, (a, b) -> a | b);
    }

    /**
     * Whether the field leaves any value out by what is written, as opposed to {@code *} or {@code
     * ?}.
     */
    public boolean restricts(CronField field) {
        return restricts(items, field);
    }

    private static boolean restricts(Map<CronField, List<CronItem>> items, CronField field) {
        return items.get(field).stream().noneMatch(item -> item.kind() == Kind.ANY);
    }

    /**
     * Whether it runs in every hour of its days, however its hours are written: an interval. Any
     * other expression names times of day.
     */
    public boolean isInterval() {
        long everyHour = (1L << CronField.HOUR.size) - 1;
        return plainBits(CronField.HOUR) == everyHour;
    }

    /** How many seconds of a minute match. */
    public int secondsOfAMinute() {
        return Long.bitCount(plainBits(CronField.SECOND));
    }

    /** How many runs a day has that has any, if no clock is changed on it. */
    public int runsOfADay() {
        return secondsOfAMinute()
                * Long.bitCount(plainBits(CronField.MINUTE))
                * Long.bitCount(plainBits(CronField.HOUR));
    }

    /** Whether it runs at the same times of its days as the other. */
    public boolean hasTimesOf(CronFields other) {
        return plainBits(CronField.SECOND) == other.plainBits(CronField.SECOND)
                && plainBits(CronField.MINUTE) == other.plainBits(CronField.MINUTE)
                && plainBits(CronField.HOUR) == other.plainBits(CronField.HOUR);
    }
}
