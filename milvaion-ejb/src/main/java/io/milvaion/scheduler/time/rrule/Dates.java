package io.milvaion.scheduler.time.rrule;

import io.milvaion.scheduler.time.zone.PlanZone;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Dates of {@code RDATE} or {@code EXDATE} lines.
 *
 * @param days epoch days in the zone of the start
 * @param locals local times there, in seconds
 * @param instants in epoch seconds: those in UTC and in other zones
 */
record Dates(NavigableSet<Long> days, NavigableSet<Long> locals, NavigableSet<Long> instants) {

    private static final long DAY = 86_400;

    static Dates of(List<ContentLine> lines, PlanZone zone) {
        var dates = new Dates(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (ContentLine line : lines) {
            String type = line.parameters().getOrDefault("VALUE", "DATE-TIME");
            if (!type.equalsIgnoreCase("DATE-TIME") && !type.equalsIgnoreCase("DATE")) {
                throw new InvalidRecurrence(
                        line.name(), "Only dates and dates with times, no " + type + ".");
            }
            PlanZone named = RecurrenceText.zoneOf(line, zone);
            for (String value : RecurrenceText.values(line)) {
                dates.add(Moment.parse(line.name(), value.strip()), zone, named);
            }
        }
        return dates;
    }

    private void add(Moment moment, PlanZone zone, PlanZone named) {
        LocalDateTime at = moment.at(LocalTime.MIDNIGHT);
        if (moment.time() == null) {
            days.add(moment.date().toEpochDay());
        } else if (moment.utc()) {
            instants.add(at.toEpochSecond(ZoneOffset.UTC));
        } else if (named.equals(zone)) {
            locals.add(at.toEpochSecond(ZoneOffset.UTC));
        } else {
            instants.add(named.instant(at).getEpochSecond());
        }
    }

    int size() {
        return days.size() + locals.size() + instants.size();
    }

    /** Whether a local time in the zone of the start is among them. */
    boolean has(long local) {
        return locals.contains(local) || days.contains(Math.floorDiv(local, DAY));
    }

    /** All local times, those of dates at this time of day. */
    NavigableSet<Long> locals(LocalTime time) {
        NavigableSet<Long> all = new TreeSet<>(locals);
        days.forEach(
                day ->
                        all.add(
                                LocalDate.ofEpochDay(day)
                                        .atTime(time)
                                        .toEpochSecond(ZoneOffset.UTC)));
        return all;
    }
}
