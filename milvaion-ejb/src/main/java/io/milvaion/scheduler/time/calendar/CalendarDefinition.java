package io.milvaion.scheduler.time.calendar;

import java.util.List;
import java.util.stream.Stream;

/**
 * A calendar as it is written down: open when no include rule is there or one of them matches, and
 * no exclude rule matches.
 *
 * @param description for people, or null
 * @param timeZone in which its dates and times are meant; null for that of the job
 * @param icalUrl where its iCalendar file is read again and again, or null
 */
public record CalendarDefinition(
        String description,
        String timeZone,
        List<CalendarRule> include,
        List<CalendarRule> exclude,
        String icalUrl) {

    public CalendarDefinition {
        include = include == null ? List.of() : List.copyOf(include);
        exclude = exclude == null ? List.of() : List.copyOf(exclude);
    }

    public static CalendarDefinition excluding(CalendarRule... rules) {
        return new CalendarDefinition(null, null, List.of(), List.of(rules), null);
    }

    /** All rules. */
    public Stream<CalendarRule> rules() {
        return Stream.concat(include.stream(), exclude.stream());
    }

    /** Whether it says itself which days of the week are worked on. */
    boolean hasWeek() {
        return rules().anyMatch(rule -> rule.kind() == RuleKind.WEEKDAYS);
    }

    /** The names of the calendars that its rules speak of. */
    public List<String> references() {
        return rules().filter(rule -> rule.kind() == RuleKind.CALENDAR)
                .map(CalendarRule::calendar)
                .distinct()
                .toList();
    }
}
