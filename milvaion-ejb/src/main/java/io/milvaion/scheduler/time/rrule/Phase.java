package io.milvaion.scheduler.time.rrule;

import io.milvaion.scheduler.time.cron.TimesOfDay;
import java.util.BitSet;

/**
 * Whether the periods of a rule of hours, minutes or seconds ever meet a time of day that matches:
 * every second minute from an even one never meets minute 1, which no search need find out.
 */
final class Phase {

    private static final int DAY = 86_400;

    private final int unit;
    private final int cycle; // periods after which the same times of day come again; 1: any
    private final BitSet met = new BitSet();

    Phase(RuleParts rule, TimesOfDay times) {
        boolean any = !rule.frequency().isShorterThan(Frequency.DAILY) || rule.interval() == 1;
        unit = any ? DAY : rule.frequency().seconds;
        cycle = any ? 1 : gcd(rule.interval(), DAY / unit);
        for (int time = times.next(0); time != TimesOfDay.NONE && time < DAY; ) {
            met.set(time / unit % cycle);
            int period = time / unit + 1;
            time = period * unit < DAY ? times.next(period * unit) : TimesOfDay.NONE;
        }
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    boolean meets(long firstPeriod) {
        return met.get(Math.floorMod(firstPeriod, cycle));
    }
}
