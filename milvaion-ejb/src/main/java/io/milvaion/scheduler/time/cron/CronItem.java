package io.milvaion.scheduler.time.cron;

/**
 * One item of the comma-separated list of a field.
 *
 * @param first the value; the first of a range; the days before the last one of the month; the day
 *     of the week
 * @param last the last of a range, before {@code first} if it wraps round; the n of {@code #}
 * @param step distance of the values of a range, 1 = each
 */
record CronItem(Kind kind, int first, int last, int step) {

    enum Kind {
        ANY, // * or ?
        VALUE,
        RANGE, // with or without a step, also */n and a/n
        LAST_DAY, // L, L-3
        LAST_WEEKDAY, // LW, L-3W: nearest to the last day, or to one before it
        NEAREST_WEEKDAY, // 15W
        NTH_DAY_OF_WEEK, // MON#2
        LAST_DAY_OF_WEEK // FRIL
    }

    static CronItem of(Kind kind, int first) {
        return new CronItem(kind, first, first, 1);
    }

    /** The values of a plain item as bits; a range whose end is before its start wraps round. */
    long bits(CronField field) {
        if (kind == Kind.ANY) {
            return ((1L << field.size) - 1) << field.min;
        }
        int count = last >= first ? last - first + 1 : last - first + 1 + field.size;
        long bits = 0;
        for (int i = 0; i < count; i += step) {
            bits |= 1L << (field.min + (first - field.min + i) % field.size);
        }
        return bits;
    }

    /** Whether it is a range over all values of the field, such as a step after {@code *}. */
    boolean stepsOver(CronField field) {
        return kind == Kind.RANGE && first == field.min && last == field.max();
    }

    boolean isPlain() {
        return kind == Kind.ANY || kind == Kind.VALUE || kind == Kind.RANGE;
    }
}
