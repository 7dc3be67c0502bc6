package io.milvaion.scheduler.time.cron;

/**
 * The local date-times that match an expression, without regard to any zone. A local date-time is
 * counted in seconds from 1970-01-01T00:00 as if it were UTC.
 */
public final class LocalTimes {

    public static final long NONE = Long.MIN_VALUE;

    private static final long DAY = 86_400;

    private final Days days;
    private final TimesOfDay times;

    public LocalTimes(CronFields fields) {
        days = new Days(fields);
        times = new TimesOfDay(fields);
    }

    /** The first match of {@code from}..{@code to}, both included, or {@link #NONE}. */
    public long next(long from, long to) {
        long today = Math.floorDiv(from, DAY);
        long lastDay = Math.floorDiv(to, DAY);
        long day = days.next(today, lastDay);
        int time = times.next(day == today ? (int) Math.floorMod(from, DAY) : 0);
        if (time == TimesOfDay.NONE) { // nothing more today
            day = days.next(today + 1, lastDay);
            time = times.next(0);
        }
        if (day == Days.NONE) {
            return NONE;
        }
        long found = day * DAY + time;
        return found <= to ? found : NONE;
    }

    public boolean exist() {
        return days.exist();
    }
}
