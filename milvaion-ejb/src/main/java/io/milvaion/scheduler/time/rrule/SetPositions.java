package io.milvaion.scheduler.time.rrule;

import io.milvaion.scheduler.time.cron.TimesOfDay;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Picks from the seconds of a period by their numbers ({@code BYSETPOS}). */
final class SetPositions {

    private static final int DAY = 86_400;

    private final List<Integer> positions;
    private final MatchingDays days;
    private final int[] times; // seconds of a day that match, in order

    SetPositions(List<Integer> positions, MatchingDays days, TimesOfDay times) {
        this.positions = positions;
        this.days = days;
        this.times =
                IntStream.iterate(
                                times.next(0),
                                time -> time != TimesOfDay.NONE,
                                time -> time == DAY - 1 ? TimesOfDay.NONE : times.next(time + 1))
                        .toArray();
    }

    /**
     * The first that is picked at or after {@code from} of a period, or {@link MatchingDays#NONE}.
     *
     * @param end not included
     */
    long next(long from, long start, long end) {
        long[] matching = days(Math.floorDiv(start, DAY), Math.floorDiv(end - 1, DAY));
        int first = index(Math.floorMod(start, DAY));
        int perDay = index(Math.floorMod(end - 1, DAY) + 1) - first;
        long size = (long) matching.length * perDay;
        long best = MatchingDays.NONE;
        for (int position : positions) {
            long index = position > 0 ? position - 1 : size + position;
            if (index >= 0 && index < size) {
                long day = matching[(int) (index / perDay)];
                long second = day * DAY + times[first + (int) (index % perDay)];
                if (second >= from && (best == MatchingDays.NONE || second < best)) {
                    best = second;
                }
            }
        }
        return best;
    }

    /** How many times come before this one. */
    private int index(int time) {
        int found = Arrays.binarySearch(times, time);
        return found >= 0 ? found : -1 - found;
    }

    private long[] days(long first, long last) {
        return LongStream.iterate(
                        days.next(first, last),
                        day -> day != MatchingDays.NONE,
                        day -> days.next(day + 1, last))
                .toArray();
    }
}
