package io.milvaion.scheduler.time.cron;

import java.util.stream.IntStream;

/**
 * One item of the list of a field, whatever the dialect that wrote it.
 *
 * @param first the value; the first of a range; the days before the last one of the month; the day
 *     of the week
 * @param last the last of a range, before {@code first} if it wraps round; the n of {@code #}
 * @param step distance of the values of a range, 1 = each
 */
public record CronItem(Kind kind, int first, int last, int step) {

    /** What an item means. */
    public enum Kind {
        ANY, // * or ?
        VALUE,
        RANGE, // with or without a step, also */n and a/n
        LAST_DAY, // L, L-3
        LAST_WEEKDAY, // LW, L-3W: nearest to the last day, or to one before it
        NEAREST_WEEKDAY, // 15W
        NTH_DAY_OF_WEEK, // MON#2
        LAST_DAY_OF_WEEK // FRIL
    }

    public static CronItem of(Kind kind, int first) {
        return new CronItem(kind, first, first, 1);
    }

    public static CronItem any(CronField field) {
        return new CronItem(Kind.ANY, field.min, field.max(), 1);
    }

    public static CronItem range(int first, int last, int step) {
        return new CronItem(Kind.RANGE, first, last, step);
    }

    /** The values of a plain item; a range whose end is before its start wraps round. */
    IntStream values(CronField field) {
        int count = last >= first ? last - first + 1 : last - first + 1 + field.size;
        return IntStream.iterate(0, i -> i < count, i -> i + step)
                .map(i -> field.min + (first - field.min + i) % field.size);
    }

    /** The same as bits, of any field but the year. */
    long bits(CronField field) {
        return values(field).mapToLong(value -> 1L << value).reduce(0, (a, b) -> a | b);
    }

    /** Whether it is a range over all values of the field, such as a step after {@code *}. */
    boolean stepsOver(CronField field) {
        return kind == Kind.RANGE && first == field.min && last == field.max();
    }

    boolean isPlain() {
        return kind == Kind.ANY || kind == Kind.VALUE || kind == Kind.RANGE;
    }
}
