package io.milvaion.scheduler.time.zone;

import io.milvaion.scheduler.time.cron.LocalTimes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The instants at which local times come in a zone: walks the periods between two changes of its
 * offset, in each of which local time is real time plus a constant. All in epoch seconds.
 */
public final class ZonedTimes {

    public static final long NONE = LocalTimes.NONE;

    private final LocalTimes localTimes;
    private final ZoneRules zone;
    private final DstRules dst;
    private final boolean fixedTimes;

    /**
     * @param fixedTimes whether the local times are times of day, to which the DST rules apply;
     *     otherwise each instant with a matching local time counts
     */
    public ZonedTimes(LocalTimes localTimes, ZoneRules zone, DstRules dst, boolean fixedTimes) {
        this.localTimes = localTimes;
        this.zone = zone;
        this.dst = dst;
        this.fixedTimes = fixedTimes;
    }

    /** The first instant of {@code from}..{@code to}, both included, or {@link #NONE}. */
    public long next(long from, long to) {
        long start = from;
        while (start <= to) {
            Instant at = Instant.ofEpochSecond(start);
            int offset = zone.getOffset(at).getTotalSeconds();
            ZoneOffsetTransition change = zone.nextTransition(at);
            long end = change == null ? Long.MAX_VALUE : change.toEpochSecond();
            long first = fixedTimes ? firstAllowed(start) : start;
            long last = Math.min(to, (fixedTimes ? endAllowed(change, end) : end) - 1);
            if (fixedTimes && runsForGap(start)) {
                return start;
            }
            long local = first > last ? NONE : localTimes.next(first + offset, last + offset);
            if (local != NONE) {
                return local - offset;
            }
            start = end;
        }
        return NONE;
    }

    /** Where the second pass of an overlap ends, when only the first counts; else the start. */
    private long firstAllowed(long start) {
        if (dst.overlap() != DstOverlap.FIRST) {
            return start;
        }
        ZoneOffsetTransition change = changeAtOrBefore(start);
        return change == null || change.isGap()
                ? start
                : Math.max(start, change.toEpochSecond() - change.getDuration().toSeconds());
    }

    /** Where the first pass of an overlap begins, when only the second counts; else the end. */
    private long endAllowed(ZoneOffsetTransition change, long end) {
        return change != null && change.isOverlap() && dst.overlap() == DstOverlap.SECOND
                ? end + change.getDuration().toSeconds()
                : end;
    }

    /** Whether a gap ends exactly here that has swallowed a local time. */
    private boolean runsForGap(long start) {
        if (dst.gap() != DstGap.SHIFT) {
            return false;
        }
        ZoneOffsetTransition change = changeAtOrBefore(start);
        return change != null
                && change.isGap()
                && change.toEpochSecond() == start
                && localTimes.next(
                                change.getDateTimeBefore().toEpochSecond(ZoneOffset.UTC),
                                change.getDateTimeAfter().toEpochSecond(ZoneOffset.UTC) - 1)
                        != NONE;
    }

    private ZoneOffsetTransition changeAtOrBefore(long start) {
        return zone.previousTransition(Instant.ofEpochSecond(start + 1));
    }
}
