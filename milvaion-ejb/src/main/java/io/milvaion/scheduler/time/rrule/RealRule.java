package io.milvaion.scheduler.time.rrule;

import io.milvaion.scheduler.time.zone.SecondSeries;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The instants of a rule of hours and shorter, in epoch seconds: walks the periods of constant
 * offset, in each of which the start stands at another local time.
 */
final class RealRule {

    private static final long NONE = SecondSeries.NONE;

    private final RuleSeries series;
    private final ZoneRules zone;
    private final long start;
    private final long last;
    private final Dates excluded;

    /**
     * @param start the instant of the start
     */
    RealRule(RuleParts rule, RecurrenceText text, Instant start) {
        series = new RuleSeries(rule, text.start());
        zone = text.zone().rules();
        this.start = start.getEpochSecond();
        excluded = text.excluded();
        last =
                rule.count() != null
                        ? counted(rule.count())
                        : rule.until() != null && !rule.until().utc()
                                ? last(rule.until().at())
                                : Long.MAX_VALUE;
    }

    private long counted(int count) {
        long found = start;
        for (int counted = 1; counted < count; counted++) {
            long next = search(found + 1, found + Recurrence.HORIZON);
            if (next == NONE) {
                return found;
            }
            found = next;
        }
        return found;
    }

    /** The last instant with a local time. */
    private long last(LocalDateTime local) {
        var offsets = zone.getValidOffsets(local);
        return local.toEpochSecond(
                offsets.isEmpty() ? zone.getOffset(local) : offsets.get(offsets.size() - 1));
    }

    /** The first instant of {@code from}..{@code to}, both included, or {@link #NONE}. */
    long next(long from, long to) {
        long end = Math.min(to, last);
        long at = Math.max(from, start);
        while (at <= end) {
            long found = search(at, end);
            if (found == NONE || !excluded.has(found + offset(found))) {
                return found;
            }
            at = found + 1;
        }
        return NONE;
    }

    private long search(long from, long to) {
        long at = from;
        while (at <= to) {
            int offset = offset(at);
            ZoneOffsetTransition change = zone.nextTransition(Instant.ofEpochSecond(at));
            long end = change == null ? to : Math.min(to, change.toEpochSecond() - 1);
            LocalDateTime began = LocalDateTime.ofEpochSecond(start + offset, 0, ZoneOffset.UTC);
            long found = series.next(at + offset, end + offset, series.period(began));
            if (found != NONE) {
                return found - offset;
            }
            at = end + 1;
        }
        return NONE;
    }

    private int offset(long second) {
        return zone.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
    }
}
