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
     * Whether hour, minute and second are values only: the runs are times of day, not an interval.
     */
    public boolean hasFixedTimes() {
        return List.of(CronField.SECOND, CronField.MINUTE, CronField.HOUR).stream()
                .flatMap(field -> of(field).stream())
                .allMatch(item -> item.kind() == Kind.VALUE);
    }
}
