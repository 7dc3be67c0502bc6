package io.milvaion.scheduler.time.rrule;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;

/**
 * A rule as it is written.
 *
 * @param count how many instances it has, the start among them; null without a limit
 * @param until null without a limit
 * @param numbers the parts that were given
 * @param weekdays empty when they were not given
 */
record RuleParts(
        Frequency frequency,
        int interval,
        Integer count,
        RuleEnd until,
        Map<RulePart, List<Integer>> numbers,
        List<Weekday> weekdays,
        DayOfWeek weekStart) {

    List<Integer> numbers(RulePart part) {
        return numbers.getOrDefault(part, List.of());
    }

    boolean has(RulePart part) {
        return numbers.containsKey(part);
    }
}
