package io.milvaion.scheduler.time.cron;

import io.milvaion.scheduler.time.cron.CronItem.Kind;
import java.util.List;
import java.util.Map;

/** A parsed expression: the items of each of the six fields. */
public record CronFields(Map<CronField, List<CronItem>> items) {

    List<CronItem> of(CronField field) {
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
    boolean restricts(CronField field) {
        return of(field).stream().noneMatch(item -> item.kind() == Kind.ANY);
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
}
