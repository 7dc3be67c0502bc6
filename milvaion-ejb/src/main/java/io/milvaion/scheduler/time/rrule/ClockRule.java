package io.milvaion.scheduler.time.rrule;

import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.SecondSeries;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/** The local times of a rule of days and longer, from its start to its end. */
final class ClockRule implements SecondSeries {

    private final RuleSeries series;
    private final long start;
    private final long first;
    private final long last;
    private final Dates excluded;

    ClockRule(RuleParts rule, RecurrenceText text, DstRules dst) {
        series = new RuleSeries(rule, text.start());
        start = text.start().toEpochSecond(ZoneOffset.UTC);
        first = series.period(text.start());
        excluded = text.excluded();
        boolean skips = dst.gap() == DstGap.SKIP;
        last =
                rule.count() != null
                        ? counted(rule.count(), skips ? text.zone().rules() : null)
                        : rule.until() != null && !rule.until().utc()
                                ? rule.until().second()
                                : Long.MAX_VALUE;
    }

    /**
     * The last of so many instances; the start is one.
     *
     * @param gaps whose gaps swallow instances; null if they do not
     */
    private long counted(int count, ZoneRules gaps) {
        long found = start;
        for (int counted = 1; counted < count; ) {
            long next = series.next(found + 1, found + Recurrence.HORIZON, first);
            if (next == NONE) {
                return found;
            }
            found = next;
            counted += gaps == null || exists(next, gaps) ? 1 : 0;
        }
        return found;
    }

    private static boolean exists(long local, ZoneRules zone) {
        return !zone.getValidOffsets(LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC))
                .isEmpty();
    }

    @Override
    public long next(long from, long to) {
        long end = Math.min(to, last);
        long at = Math.max(from, start);
        while (at <= end) {
            long found = series.next(at, end, first);
            if (found == NONE || !excluded.has(found)) {
                return found;
            }
            at = found + 1;
        }
        return NONE;
    }
}
