package io.milvaion.scheduler.time.ical;

import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateStart;
import biweekly.util.ICalDate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;

/**
 * The times of one event. The library keeps dates, and times without a zone, as instants in the
 * zone of this Java; here they become local times again.
 */
final class EventTimes {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");
    private static final ZoneId HERE = ZoneId.systemDefault();

    private final VEvent event;
    private final DateStart start;
    private final TimeZone zone; // null: local times

    EventTimes(VEvent event, TimezoneInfo zones) {
        this.event = event;
        start = event.getDateStart();
        zone = start == null || isLocal(start, zones) ? null : zoneOf(start, zones);
    }

    private static boolean isLocal(DateStart start, TimezoneInfo zones) {
        return !start.getValue().hasTime() || zones.isFloating(start);
    }

    /** A time in UTC has no zone of its own. */
    private static TimeZone zoneOf(DateStart start, TimezoneInfo zones) {
        var assigned = zones.getTimezone(start);
        return assigned == null ? TimeZone.getTimeZone("UTC") : assigned.getTimeZone();
    }

    /**
     * Adds what it takes.
     *
     * @param moved instances that stand elsewhere
     * @param most times in the list at the end
     */
    void spans(Set<Moved> moved, int most, List<IcalSpan> spans) {
        if (start == null || isCancelled()) {
            return;
        }
        var length = length();
        var dates = event.getDateIterator(zone == null ? TimeZone.getTimeZone(HERE) : zone);
        dates.advanceTo(Date.from(FIRST));
        while (dates.hasNext() && spans.size() < most) {
            var date = dates.next().toInstant();
            if (!date.isBefore(LAST)) {
                return;
            }
            if (!length.isZero() && !isMoved(date, moved)) {
                spans.add(span(date, length));
            }
        }
    }

    private boolean isCancelled() {
        return event.getStatus() != null && event.getStatus().isCancelled();
    }

    private boolean isMoved(Instant date, Set<Moved> moved) {
        return event.getRecurrenceId() == null
                && event.getUid() != null
                && moved.contains(new Moved(event.getUid().getValue(), date));
    }

    private IcalSpan span(Instant from, Duration length) {
        var name = event.getSummary() == null ? null : event.getSummary().getValue();
        if (zone != null) {
            return IcalSpan.between(name, from, from.plus(length));
        }
        var local = LocalDateTime.ofInstant(from, HERE);
        return IcalSpan.local(name, local, local.plus(length));
    }

    /** How long it takes; of dates, and of times without a zone, by the local clock. */
    private Duration length() {
        var length = Duration.ZERO;
        if (event.getDateEnd() != null) {
            length = between(start.getValue(), event.getDateEnd().getValue());
        } else if (event.getDuration() != null) {
            length = Duration.ofMillis(event.getDuration().getValue().toMillis());
        } else if (!start.getValue().hasTime()) {
            length = Duration.ofDays(1);
        }
        return length.isNegative() ? Duration.ZERO : length;
    }

    private Duration between(ICalDate from, ICalDate to) {
        return zone == null
                ? Duration.between(
                        LocalDateTime.ofInstant(from.toInstant(), HERE),
                        LocalDateTime.ofInstant(to.toInstant(), HERE))
                : Duration.between(from.toInstant(), to.toInstant());
    }
}
