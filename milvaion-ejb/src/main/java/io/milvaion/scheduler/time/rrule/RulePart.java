package io.milvaion.scheduler.time.rrule;

/** A part of a rule that is a list of numbers. */
enum RulePart {
    BYSECOND(0, 60, false),
    BYMINUTE(0, 59, false),
    BYHOUR(0, 23, false),
    BYMONTHDAY(1, 31, true),
    BYYEARDAY(1, 366, true),
    BYWEEKNO(1, 53, true),
    BYMONTH(1, 12, false),
    BYSETPOS(1, 366, true);

    final int min;
    final int max;

    /** Whether it also counts from the end, by negative numbers. */
    final boolean signed;

    RulePart(int min, int max, boolean signed) {
        this.min = min;
        this.max = max;
        this.signed = signed;
    }

    boolean allows(int number) {
        int size = signed ? Math.abs(number) : number;
        return size >= min && size <= max;
    }
}
