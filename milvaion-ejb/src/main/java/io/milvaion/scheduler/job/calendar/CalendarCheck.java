package io.milvaion.scheduler.job.calendar;

import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.job.almanac.CalendarRows;
import io.milvaion.scheduler.time.calendar.CalendarBook;
import io.milvaion.scheduler.time.calendar.CalendarDefinition;
import io.milvaion.scheduler.time.calendar.CalendarRule;
import io.milvaion.scheduler.time.calendar.RuleKind;
import io.milvaion.scheduler.time.zone.Zones;
import java.net.URI;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a calendar may contain. Finds everything that is wrong, not only the first. */
public final class CalendarCheck {

    static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,80}");
    static final String NAME_FORM = "1 to 80 of a-z, 0-9 and -.";

    private static final int MOST_RULES = 100;
    private static final int MAX_DESCRIPTION = 4_000;

    private final List<Violation> violations = new ArrayList<>();

    private CalendarCheck() {}

    /**
     * What is wrong with a calendar.
     *
     * @param book all that there are; the calendar is put in its place there
     */
    public static List<Violation> violations(
            String name, CalendarDefinition definition, CalendarBook book) {
        var check = new CalendarCheck();
        check.check(name, definition, book);
        return List.copyOf(check.violations);
    }

    private void check(String name, CalendarDefinition is, CalendarBook book) {
        if (!NAME.matcher(name).matches()) {
            wrong("name", NAME_FORM);
        } else if (!book.has(name) && book.entries().size() >= CalendarRows.MOST) {
            wrong("name", "At most " + CalendarRows.MOST + " calendars.");
        }
        if (is.description() != null && is.description().length() > MAX_DESCRIPTION) {
            wrong("description", "At most " + MAX_DESCRIPTION + " characters.");
        }
        checkZone(is.timeZone());
        checkUrl(is.icalUrl());
        checkRules("include", name, is.include(), book);
        checkRules("exclude", name, is.exclude(), book);
    }

    private void checkZone(String zone) {
        try {
            if (zone != null) {
                Zones.named(zone);
            }
        } catch (DateTimeException e) {
            wrong("timeZone", e.getMessage());
        }
    }

    private void checkUrl(String url) {
        if (url == null) {
            return;
        }
        try {
            var uri = URI.create(url);
            if (!"https".equals(uri.getScheme())
                    || uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null) {
                wrong("icalUrl", "An address like https://example.org/calendar.ics.");
            }
        } catch (IllegalArgumentException e) {
            wrong("icalUrl", "An address like https://example.org/calendar.ics.");
        }
    }

    private void checkRules(
            String field, String name, List<CalendarRule> rules, CalendarBook book) {
        if (rules.size() > MOST_RULES) {
            wrong(field, "At most " + MOST_RULES + " rules.");
        }
        for (int i = 0; i < rules.size(); i++) {
            var path = field + "[" + i + "]";
            var rule = rules.get(i);
            RuleCheck.violations(rule).forEach(v -> wrong(path + "." + v.field(), v.message()));
            if (rule.kind() == RuleKind.CALENDAR && rule.calendar() != null) {
                checkReference(path + ".calendar", name, rule.calendar(), book);
            }
        }
    }

    private void checkReference(String path, String name, String other, CalendarBook book) {
        if (book.affectedBy(name).contains(other)) {
            wrong(path, other.equals(name) ? "This is itself." : other + " speaks of this one.");
        } else if (!book.has(other)) {
            wrong(path, "There is no calendar " + other + ".");
        }
    }

    private void wrong(String field, String message) {
        violations.add(new Violation(field, message));
    }
}
