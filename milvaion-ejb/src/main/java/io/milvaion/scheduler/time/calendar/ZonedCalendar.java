package io.milvaion.scheduler.time.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * A calendar in a zone: walks the periods between two changes of its offset, in each of which local
 * time is real time plus a constant. So a time of day that comes twice is open or closed twice.
 */
final class ZonedCalendar implements OpenTimes {

    /** What is closed for longer counts as closed for ever. */
    static final int MOST_DAYS = 10 * 366;

    private final LocalCalendar calendar;
    private final ZoneRules zone;

    ZonedCalendar(LocalCalendar calendar, ZoneRules zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    @Override
    public long nextOpen(long second) {
        return next(second, true);
    }

    @Override
    public boolean isOpen(long second) {
        long local = second + zone.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
        var day = LocalDate.ofEpochDay(Math.floorDiv(local, (long) DaySpans.DAY));
        return calendar.on(day).has((int) Math.floorMod(local, (long) DaySpans.DAY));
    }

    @Override
    public long nextClosed(long second) {
        return next(second, false);
    }

    private long next(long from, boolean open) {
        long last = from + (long) MOST_DAYS * DaySpans.DAY;
        long second = from;
        while (second <= last) {
            var at = Instant.ofEpochSecond(second);
            int offset = zone.getOffset(at).getTotalSeconds();
            ZoneOffsetTransition change = zone.nextTransition(at);
            long end = change == null ? last + 1 : Math.min(change.toEpochSecond(), last + 1);
            long found = nextLocal(second + offset, end + offset, open);
            if (found < end + offset) {
                return found - offset;
            }
            second = end;
        }
        return NONE;
    }

    /** In local seconds; the end if there is none before it. */
    private long nextLocal(long from, long end, boolean open) {
        long day = Math.floorDiv(from, (long) DaySpans.DAY);
        int second = (int) Math.floorMod(from, (long) DaySpans.DAY);
        while (day * DaySpans.DAY + second < end) {
            int found = calendar.on(LocalDate.ofEpochDay(day)).next(second, open);
            if (found < DaySpans.DAY) {
                return Math.min(day * DaySpans.DAY + found, end);
            }
            day++;
            second = 0;
        }
        return end;
    }
}
