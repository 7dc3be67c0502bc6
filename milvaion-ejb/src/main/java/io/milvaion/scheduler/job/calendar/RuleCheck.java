package io.milvaion.scheduler.job.calendar;

import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.time.calendar.CalendarRule;
import io.milvaion.scheduler.time.calendar.RuleKind;
import io.milvaion.scheduler.time.holiday.Holidays;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a rule of a calendar may contain: the parts of its kind, and no others. */
final class RuleCheck {

    private static final int MOST_DATES = 1_000;
    private static final int MAX_NAME = 200;

    private static final Map<RuleKind, Set<String>> NEEDED =
            Map.of(
                    RuleKind.WEEKDAYS, Set.of("days"),
                    RuleKind.DATES, Set.of("dates"),
                    RuleKind.RANGE, Set.of("from", "to"),
                    RuleKind.TIMES, Set.of("from", "to"),
                    RuleKind.HOLIDAYS, Set.of("country"),
                    RuleKind.ICAL, Set.of(),
                    RuleKind.CALENDAR, Set.of("calendar"));

    private static final Map<RuleKind, Set<String>> ALLOWED =
            Map.of(
                    RuleKind.TIMES, Set.of("days"),
                    RuleKind.HOLIDAYS, Set.of("region", "added", "removed"),
                    RuleKind.CALENDAR, Set.of("when"));

    private final CalendarRule rule;
    private final List<Violation> violations = new ArrayList<>();

    private RuleCheck(CalendarRule rule) {
        this.rule = rule;
    }

    static List<Violation> violations(CalendarRule rule) {
        var check = new RuleCheck(rule);
        check.checkParts();
        if (check.violations.isEmpty()) {
            check.checkValues();
        }
        return check.violations;
    }

    private void checkParts() {
        var needed = NEEDED.get(rule.kind());
        var allowed = ALLOWED.getOrDefault(rule.kind(), Set.of());
        parts().forEach(
                        (part, given) -> {
                            if (needed.contains(part) && !given) {
                                wrong(part, "This is needed.");
                            } else if (given && !needed.contains(part) && !allowed.contains(part)) {
                                wrong(part, "Not with kind " + Words.of(rule.kind()) + ".");
                            }
                        });
    }

    private Map<String, Boolean> parts() {
        var parts = new LinkedHashMap<String, Boolean>();
        parts.put("days", !rule.days().isEmpty());
        parts.put("dates", !rule.dates().isEmpty());
        parts.put("from", rule.from() != null);
        parts.put("to", rule.to() != null);
        parts.put("country", rule.country() != null);
        parts.put("region", rule.region() != null);
        parts.put("added", !rule.added().isEmpty());
        parts.put("removed", !rule.removed().isEmpty());
        parts.put("calendar", rule.calendar() != null);
        parts.put("when", rule.when() != null);
        return parts;
    }

    private void checkValues() {
        if (rule.name() != null && rule.name().length() > MAX_NAME) {
            wrong("name", "At most " + MAX_NAME + " characters.");
        }
        checkCount("dates", rule.dates().size());
        checkCount("added", rule.added().size());
        checkCount("removed", rule.removed().size());
        switch (rule.kind()) {
            case RANGE -> {
                if (!rule.hasRange()) {
                    wrong("from", "Two dates in their order, or two days such as 12-24 and 01-06.");
                }
            }
            case TIMES -> {
                checkTime("from", rule.from());
                checkTime("to", rule.to());
            }
            case HOLIDAYS -> checkCountry();
            default -> {}
        }
    }

    private void checkCount(String field, int count) {
        if (count > MOST_DATES) {
            wrong(field, "At most " + MOST_DATES + " dates.");
        }
    }

    private void checkTime(String field, String time) {
        try {
            LocalTime.parse(time);
        } catch (DateTimeException e) {
            wrong(field, "A time such as 22:00; the end of the day is 00:00.");
        }
    }

    private void checkCountry() {
        if (!Holidays.know(rule.country(), null)) {
            wrong("country", "Its holidays are not known; examples: DE, US.");
        } else if (!Holidays.know(rule.country(), rule.region())) {
            wrong("region", "The country has no such region with holidays of its own.");
        }
    }

    private void wrong(String field, String message) {
        violations.add(new Violation(field, message));
    }
}
