package io.milvaion.scheduler.time.rrule;

import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The lines of a recurrence, read.
 *
 * @param zone of the start and of all that names no other
 */
record RecurrenceText(
        LocalDateTime start, PlanZone zone, List<RuleParts> rules, Dates added, Dates excluded) {

    static final int MAX_LENGTH = 20_000;

    private static final String DTSTART = "DTSTART";
    private static final int MOST_RULES = 10;
    private static final Set<String> NAMES = Set.of(DTSTART, "RRULE", "RDATE", "EXDATE");

    /**
     * @param jobZone where no line names one
     * @param startsAt where there is no {@code DTSTART}; or null
     * @throws InvalidRecurrence naming the first line or part that is wrong
     */
    static RecurrenceText parse(String text, PlanZone jobZone, Instant startsAt) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidRecurrence(
                    InvalidRecurrence.TEXT, "At most " + MAX_LENGTH + " characters.");
        }
        List<ContentLine> lines = ContentLine.of(text);
        lines.forEach(RecurrenceText::checkName);
        List<ContentLine> starts = named(lines, DTSTART);
        if (starts.size() > 1) {
            throw new InvalidRecurrence(DTSTART, "It is given twice.");
        }
        ContentLine line = starts.isEmpty() ? null : starts.get(0);
        PlanZone zone = line == null ? jobZone : zone(line, jobZone);
        LocalDateTime start = line == null ? start(startsAt, zone) : start(line);
        List<RuleParts> rules = rules(lines, start);
        return new RecurrenceText(
                start,
                zone,
                rules,
                Dates.of(named(lines, "RDATE"), zone),
                Dates.of(named(lines, "EXDATE"), zone));
    }

    private static List<ContentLine> named(List<ContentLine> lines, String name) {
        return lines.stream().filter(line -> line.name().equals(name)).toList();
    }

    private static void checkName(ContentLine line) {
        if (!NAMES.contains(line.name())) {
            throw new InvalidRecurrence(
                    line.name(), "Only DTSTART, RRULE, RDATE and EXDATE are understood here.");
        }
    }

    private static PlanZone zone(ContentLine line, PlanZone jobZone) {
        return line.value().endsWith("Z") ? Zones.named("UTC") : zoneOf(line, jobZone);
    }

    /** The zone that a line names. */
    static PlanZone zoneOf(ContentLine line, PlanZone otherwise) {
        String name = line.parameters().get("TZID");
        try {
            return name == null ? otherwise : Zones.named(name);
        } catch (DateTimeException e) {
            throw new InvalidRecurrence(
                    line.name(), "There is no time zone " + name + "; use one like Europe/Berlin.");
        }
    }

    private static LocalDateTime start(ContentLine line) {
        return Moment.parse(DTSTART, line.value()).at(LocalTime.MIDNIGHT);
    }

    private static LocalDateTime start(Instant startsAt, PlanZone zone) {
        if (startsAt == null) {
            throw new InvalidRecurrence(
                    DTSTART, "A recurrence needs a DTSTART line, or startsAt of its job.");
        }
        return zone.localTime(startsAt).withNano(0);
    }

    private static List<RuleParts> rules(List<ContentLine> lines, LocalDateTime start) {
        List<RuleParts> rules = new ArrayList<>();
        for (ContentLine line : named(lines, "RRULE")) {
            RuleParts rule = RuleSyntax.parse(line.value());
            if (rule.until() != null && !rule.until().utc() && rule.until().at().isBefore(start)) {
                throw new InvalidRecurrence("UNTIL", "This is before the start, " + start + ".");
            }
            rules.add(rule);
        }
        boolean hasDates = lines.stream().anyMatch(line -> line.name().equals("RDATE"));
        if ((rules.isEmpty() && !hasDates) || rules.size() > MOST_RULES) {
            throw new InvalidRecurrence(
                    "RRULE", "One to " + MOST_RULES + " rules, or RDATE without a rule.");
        }
        return rules;
    }

    /** Values between commas. */
    static List<String> values(ContentLine line) {
        return Arrays.asList(line.value().split(",", -1));
    }
}
