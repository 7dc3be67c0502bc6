package io.milvaion.scheduler.time.rrule;

import io.milvaion.scheduler.time.cron.TimesOfDay;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.LongStream;

/**
 * The local times of a rule without its end, in seconds from 1970-01-01T00:00 as if they were UTC.
 */
final class RuleSeries {

    static final long NONE = MatchingDays.NONE;

    private static final int DAY = 86_400;

    /** So many periods in a row that have nothing count as a rule that never comes again. */
    private static final int MOST_MISSES = 200_000;

    private final RuleParts rule;
    private final MatchingDays days;
    private final TimesOfDay times;
    private final Periods periods;
    private final SetPositions positions; // null: all
    private final Phase phase;

    RuleSeries(RuleParts rule, LocalDateTime start) {
        this.rule = rule;
        days = new MatchingDays(rule, start.toLocalDate());
        times = times(rule, start);
        periods = new Periods(rule);
        positions =
                rule.has(RulePart.BYSETPOS)
                        ? new SetPositions(rule.numbers(RulePart.BYSETPOS), days, times)
                        : null;
        phase = new Phase(rule, times);
    }

    private static TimesOfDay times(RuleParts rule, LocalDateTime start) {
        return new TimesOfDay(
                bits(rule, RulePart.BYHOUR, Frequency.DAILY, start.getHour()),
                bits(rule, RulePart.BYMINUTE, Frequency.HOURLY, start.getMinute()),
                bits(rule, RulePart.BYSECOND, Frequency.MINUTELY, start.getSecond()));
    }

    /** Those of the part; else that of the start, or all if the rule is finer than that. */
    private static long bits(RuleParts rule, RulePart part, Frequency coarse, int ofStart) {
        LongStream numbers =
                rule.has(part)
                        ? rule.numbers(part).stream().mapToLong(number -> number)
                        : rule.frequency().isShorterThan(coarse)
                                ? LongStream.rangeClosed(part.min, Math.min(part.max, 59))
                                : LongStream.of(ofStart);
        return numbers.map(number -> 1L << number).reduce(0, (a, b) -> a | b);
    }

    /** The period of a local time. */
    long period(LocalDateTime at) {
        return periods.of(at.toEpochSecond(ZoneOffset.UTC));
    }

    /**
     * The first of {@code from}..{@code to}, both included, or {@link #NONE}.
     *
     * @param first the period of the start
     */
    long next(long from, long to, long first) {
        if (!phase.meets(first)) {
            return NONE;
        }
        long at = from;
        for (int misses = 0; misses < MOST_MISSES; misses++) {
            long found = matching(at, to);
            if (found == NONE) {
                return NONE;
            }
            long period = periods.of(found);
            long off = Math.floorMod(period - first, rule.interval());
            if (off == 0 && positions == null) {
                return found;
            }
            if (off == 0) {
                long end = periods.start(period + 1);
                found = positions.next(at, periods.start(period), end);
                if (found != NONE) {
                    return found <= to ? found : NONE;
                }
            }
            at = periods.start(period + rule.interval() - off);
            if (at > to) {
                return NONE;
            }
        }
        return NONE;
    }

    /** The first whose day and time of day match, in whichever period. */
    private long matching(long from, long to) {
        long today = Math.floorDiv(from, DAY);
        long lastDay = Math.floorDiv(to, DAY);
        long day = days.next(today, lastDay);
        int time = times.next(day == today ? Math.floorMod(from, DAY) : 0);
        if (time == TimesOfDay.NONE) { // nothing more today
            day = days.next(today + 1, lastDay);
            time = times.next(0);
        }
        if (day == MatchingDays.NONE) {
            return NONE;
        }
        long found = day * DAY + time;
        return found <= to ? found : NONE;
    }
}
