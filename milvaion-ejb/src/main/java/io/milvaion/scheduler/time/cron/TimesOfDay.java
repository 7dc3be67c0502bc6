package io.milvaion.scheduler.time.cron;

/** The seconds of a day at which hour, minute and second match, as bit sets. */
public final class TimesOfDay {

    public static final int NONE = -1;

    private final long hours;
    private final long minutes;
    private final long seconds;

    TimesOfDay(CronFields fields) {
        this(
                fields.plainBits(CronField.HOUR),
                fields.plainBits(CronField.MINUTE),
                fields.plainBits(CronField.SECOND));
    }

    public TimesOfDay(long hours, long minutes, long seconds) {
        this.hours = hours;
        this.minutes = minutes;
        this.seconds = seconds;
    }

    /** The first matching second of the day at or after this one, or {@link #NONE}. */
    public int next(int secondOfDay) {
        int hour = secondOfDay / 3600;
        int minute = secondOfDay / 60 % 60;
        int second = secondOfDay % 60;
        if (has(hours, hour)) {
            if (has(minutes, minute) && nextBit(seconds, second) != NONE) {
                return hour * 3600 + minute * 60 + nextBit(seconds, second);
            }
            int laterMinute = nextBit(minutes, minute + 1);
            if (laterMinute != NONE) {
                return hour * 3600 + laterMinute * 60 + nextBit(seconds, 0);
            }
        }
        int laterHour = nextBit(hours, hour + 1);
        return laterHour == NONE
                ? NONE
                : laterHour * 3600 + nextBit(minutes, 0) * 60 + nextBit(seconds, 0);
    }

    private static boolean has(long bits, int bit) {
        return (bits >>> bit & 1) != 0;
    }

    private static int nextBit(long bits, int from) {
        long rest = bits & -1L << from; // from is at most 60, so the shift does not wrap
        return rest == 0 ? NONE : Long.numberOfTrailingZeros(rest);
    }
}
