package io.milvaion.scheduler.time.rrule;

/** The period of a rule. */
enum Frequency {
    SECONDLY(1),
    MINUTELY(60),
    HOURLY(3_600),
    DAILY(86_400),
    WEEKLY(7 * 86_400),
    MONTHLY(0),
    YEARLY(0);

    /** Length in seconds; 0 when it varies. */
    final int seconds;

    Frequency(int seconds) {
        this.seconds = seconds;
    }

    boolean isShorterThan(Frequency other) {
        return compareTo(other) < 0;
    }
}
