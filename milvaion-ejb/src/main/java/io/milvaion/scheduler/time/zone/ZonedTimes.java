package io.milvaion.scheduler.time.zone;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The instants at which local times come in a zone: walks the periods between two changes of its
 * offset, in each of which local time is real time plus a constant. All in epoch seconds.
 */
public final class ZonedTimes {

    public static final long NONE = SecondSeries.NONE;

    private final SecondSeries localTimes;
    private final ZoneRules zone;
    private final DstRules dst;
    private final boolean interval;

    /**
     * @param interval whether each instant with a matching local time counts; otherwise the local
     *     times are times of day, to which the DST rules apply
     */
    public ZonedTimes(SecondSeries localTimes, ZoneRules zone, DstRules dst, boolean interval) {
        this.localTimes = localTimes;
        this.zone = zone;
        this.dst = dst;
        this.interval = interval;
    }

    /** The first instant of {@code from}..{@code to}, both included, or {@link #NONE}. */
    public long next(long from, long to) {
        ZoneOffsetTransition before =
                interval ? null : zone.previousTransition(Instant.ofEpochSecond(from + 1));
        long start = from;
        while (start <= to) {
            Instant at = Instant.ofEpochSecond(start);
            int offset = zone.getOffset(at).getTotalSeconds();
            ZoneOffsetTransition change = zone.nextTransition(at);
            long end = change == null ? Long.MAX_VALUE : change.toEpochSecond();
            if (!interval && runsForGap(before, start)) {
                return start;
            }
            long first = interval ? start : firstAllowed(before, start);
            long last = Math.min(to, (interval ? end : endAllowed(change, end)) - 1);
            long local = first > last ? NONE : localTimes.next(first + offset, last + offset);
            if (local != NONE) {
                return local - offset;
            }
            start = end;
            before = change;
        }
        return NONE;
    }

    /** Where the second pass of an overlap ends, when only the first counts; else the start. */
    private long firstAllowed(ZoneOffsetTransition before, long start) {
        return before != null && before.isOverlap() && dst.overlap() == DstOverlap.FIRST
                ? Math.max(start, before.toEpochSecond() - before.getDuration().toSeconds())
                : start;
    }

    /** Where the first pass of an overlap begins, when only the second counts; else the end. */
    private long endAllowed(ZoneOffsetTransition change, long end) {
        return change != null && change.isOverlap() && dst.overlap() == DstOverlap.SECOND
                ? end + change.getDuration().toSeconds()
                : end;
    }

    /** Whether a gap ends exactly here that has swallowed a local time. */
    private boolean runsForGap(ZoneOffsetTransition before, long start) {
        return dst.gap() == DstGap.SHIFT
                && before != null
                && before.isGap()
                && before.toEpochSecond() == start
                && localTimes.next(
                                before.getDateTimeBefore().toEpochSecond(ZoneOffset.UTC),
                                before.getDateTimeAfter().toEpochSecond(ZoneOffset.UTC) - 1)
                        != NONE;
    }
}
