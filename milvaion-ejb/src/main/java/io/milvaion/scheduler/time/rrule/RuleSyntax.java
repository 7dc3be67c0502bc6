package io.milvaion.scheduler.time.rrule;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the value of {@code RRULE}. */
final class RuleSyntax {

    static final int MOST_INSTANCES = 100_000;

    private static final String FREQ = "FREQ";
    private static final String BYDAY = "BYDAY";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,9}");
    private static final Pattern WEEKDAY =
            Pattern.compile("([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)");
    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final Map<String, String> parts = new LinkedHashMap<>();

    private RuleSyntax() {}

    /**
     * @param value in upper case
     * @throws InvalidRecurrence naming the first part that is wrong
     */
    static RuleParts parse(String value) {
        var syntax = new RuleSyntax();
        for (String part : value.split(";", -1)) {
            syntax.add(part.strip());
        }
        RuleParts rule = syntax.rule();
        RuleCombinations.check(rule);
        return rule;
    }

    private void add(String part) {
        int equals = part.indexOf('=');
        if (equals < 1) {
            throw new InvalidRecurrence(
                    "RRULE",
                    "\"" + part + "\" is no part of a rule: FREQ=DAILY;INTERVAL=2 has two.");
        }
        String name = part.substring(0, equals);
        if (parts.put(name, part.substring(equals + 1)) != null) {
            throw new InvalidRecurrence(name, "It stands in the rule twice.");
        }
    }

    private RuleParts rule() {
        Map<RulePart, List<Integer>> numbers = new EnumMap<>(RulePart.class);
        for (RulePart part : RulePart.values()) {
            String list = parts.remove(part.name());
            if (list != null) {
                numbers.put(part, list(part.name(), list, item -> number(part, item)));
            }
        }
        Integer count = positive("COUNT", null, MOST_INSTANCES);
        String until = parts.remove("UNTIL");
        String days = parts.remove(BYDAY);
        RuleParts rule =
                new RuleParts(
                        frequency(),
                        positive("INTERVAL", 1, 999_999_999),
                        count,
                        until == null ? null : Moment.parse("UNTIL", until).bound(),
                        numbers,
                        days == null ? List.of() : list(BYDAY, days, RuleSyntax::weekday),
                        weekStart());
        refuseTheRest();
        return rule;
    }

    private Frequency frequency() {
        String text = parts.remove(FREQ);
        return Arrays.stream(Frequency.values())
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidRecurrence(
                                        FREQ,
                                        "A rule needs FREQ: SECONDLY, MINUTELY, HOURLY, DAILY,"
                                                + " WEEKLY, MONTHLY or YEARLY."));
    }

    private Integer positive(String name, Integer otherwise, int max) {
        String text = parts.remove(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,9}")
                || Integer.parseInt(text) < 1
                || Integer.parseInt(text) > max) {
            throw new InvalidRecurrence(name, "Allowed: 1 to " + max + ".");
        }
        return Integer.valueOf(text);
    }

    private DayOfWeek weekStart() {
        String text = parts.remove("WKST");
        if (text == null) {
            return DayOfWeek.MONDAY;
        }
        if (!WEEKDAYS.contains(text)) {
            throw new InvalidRecurrence("WKST", "Allowed: MO, TU, WE, TH, FR, SA, SU.");
        }
        return DayOfWeek.of(WEEKDAYS.indexOf(text) + 1);
    }

    private static <T> List<T> list(String name, String text, Function<String, T> item) {
        if (text.isEmpty()) {
            throw new InvalidRecurrence(name, "It is empty.");
        }
        return Arrays.stream(text.split(",", -1)).map(item).distinct().toList();
    }

    private static Integer number(RulePart part, String text) {
        boolean right = NUMBER.matcher(text).matches() && part.allows(Integer.parseInt(text));
        if (!right || (!part.signed && !Character.isDigit(text.charAt(0)))) {
            String range = part.min + " to " + part.max;
            throw new InvalidRecurrence(
                    part.name(),
                    "Allowed: " + range + (part.signed ? ", and -1 to -" + part.max : "") + ".");
        }
        int number = Integer.parseInt(text);
        return part == RulePart.BYSECOND ? Math.min(number, 59) : number; // no leap seconds here
    }

    private static Weekday weekday(String text) {
        var matcher = WEEKDAY.matcher(text);
        int n =
                matcher.matches() && matcher.group(1) != null
                        ? Integer.parseInt(matcher.group(1))
                        : 0;
        if (!matcher.matches() || Math.abs(n) > 53 || (n == 0 && matcher.group(1) != null)) {
            throw new InvalidRecurrence(
                    BYDAY, "Allowed: MO to SU, with 1 to 53 or -1 to -53 before it: 2MO, -1FR.");
        }
        return new Weekday(DayOfWeek.of(WEEKDAYS.indexOf(matcher.group(2)) + 1), n);
    }

    private void refuseTheRest() {
        for (String name : parts.keySet()) {
            boolean calendars = name.equals("RSCALE") || name.equals("SKIP");
            throw new InvalidRecurrence(
                    name,
                    calendars
                            ? "Rules in other calendars (RFC 7529) are not supported: a date that"
                                    + " does not exist is left out."
                            : "RFC 5545 has no such part.");
        }
    }
}
