package io.milvaion.scheduler.time.rrule;

import java.time.LocalDate;
import java.util.List;

/** The parts that name days, with those of the start where the rule names none. */
record OpenDays(List<Integer> months, List<Integer> monthDays, List<Weekday> weekdays) {

    OpenDays(RuleParts rule, LocalDate start) {
        this(
                isYearly(rule) && namesNone(rule) && !rule.has(RulePart.BYMONTH)
                        ? List.of(start.getMonthValue())
                        : rule.numbers(RulePart.BYMONTH),
                hasDayOfMonth(rule) && namesNone(rule)
                        ? List.of(start.getDayOfMonth())
                        : rule.numbers(RulePart.BYMONTHDAY),
                isOfWeek(rule) ? List.of(new Weekday(start.getDayOfWeek(), 0)) : rule.weekdays());
    }

    private static boolean isYearly(RuleParts rule) {
        return rule.frequency() == Frequency.YEARLY;
    }

    private static boolean hasDayOfMonth(RuleParts rule) {
        return isYearly(rule) || rule.frequency() == Frequency.MONTHLY;
    }

    private static boolean namesNone(RuleParts rule) {
        return rule.weekdays().isEmpty()
                && !rule.has(RulePart.BYMONTHDAY)
                && !rule.has(RulePart.BYYEARDAY)
                && !rule.has(RulePart.BYWEEKNO);
    }

    /** Whether the day of the week is that of the start. */
    private static boolean isOfWeek(RuleParts rule) {
        boolean ofWeek = rule.frequency() == Frequency.WEEKLY || rule.has(RulePart.BYWEEKNO);
        return ofWeek
                && rule.weekdays().isEmpty()
                && !rule.has(RulePart.BYMONTHDAY)
                && !rule.has(RulePart.BYYEARDAY);
    }
}
