package io.milvaion.scheduler.time.calendar;

import io.milvaion.scheduler.time.ical.Ical;
import io.milvaion.scheduler.time.ical.IcalSpan;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The dates and times of an iCalendar file, in the zone of the calendar. */
final class IcalRule implements DayRule {

    private final Map<LocalDate, DaySpans> spans = new HashMap<>();
    private final Map<LocalDate, Set<String>> names = new HashMap<>();

    /**
     * @param ical null: it has not been read yet, so it names nothing
     */
    IcalRule(Ical ical, ZoneRules zone) {
        if (ical != null) {
            ical.spans().forEach(span -> add(span, span.from(zone), span.to(zone)));
        }
    }

    private void add(IcalSpan span, LocalDateTime from, LocalDateTime to) {
        for (var day = from.toLocalDate(); day.atStartOfDay().isBefore(to); day = day.plusDays(1)) {
            int first = day.equals(from.toLocalDate()) ? from.toLocalTime().toSecondOfDay() : 0;
            int end =
                    day.equals(to.toLocalDate()) ? to.toLocalTime().toSecondOfDay() : DaySpans.DAY;
            spans.merge(day, DaySpans.of(first, end), DaySpans::or);
            if (span.name() != null) {
                names.computeIfAbsent(day, any -> new LinkedHashSet<>()).add(span.name());
            }
        }
    }

    @Override
    public DaySpans on(LocalDate day) {
        return spans.getOrDefault(day, DaySpans.NONE);
    }

    @Override
    public Optional<String> name(LocalDate day) {
        return Optional.ofNullable(names.get(day)).map(all -> String.join(", ", all));
    }
}
