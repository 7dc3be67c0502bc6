package io.milvaion.scheduler.time.ical;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * An iCalendar file that was read.
 *
 * @param spans what its events take
 */
public record Ical(List<IcalSpan> spans) {

    /** In bytes of UTF-8. */
    public static final int MOST_BYTES = 1 << 20;

    private static final int MOST_EVENTS = 5_000;
    private static final int MOST_SPANS = 20_000;

    /**
     * Reads a file.
     *
     * @throws InvalidIcal if it is none, or says too much
     */
    public static Ical parse(String text) {
        var calendar = read(text);
        if (calendar == null) {
            throw new InvalidIcal("This is no iCalendar file: it has no BEGIN:VCALENDAR.");
        }
        if (calendar.getEvents().size() > MOST_EVENTS) {
            throw new InvalidIcal("At most " + MOST_EVENTS + " events.");
        }
        var moved = new HashSet<Moved>();
        calendar.getEvents().stream().flatMap(Moved::of).forEach(moved::add);
        var spans = new ArrayList<IcalSpan>();
        for (VEvent event : calendar.getEvents()) {
            new EventTimes(event, calendar.getTimezoneInfo()).spans(moved, MOST_SPANS, spans);
            if (spans.size() >= MOST_SPANS) {
                throw new InvalidIcal(
                        "At most " + MOST_SPANS + " times, repeated ones until 2100 included.");
            }
        }
        return new Ical(List.copyOf(spans));
    }

    private static ICalendar read(String text) {
        try {
            return Biweekly.parse(text).first();
        } catch (RuntimeException e) {
            throw new InvalidIcal("This cannot be read as an iCalendar file.");
        }
    }
}
