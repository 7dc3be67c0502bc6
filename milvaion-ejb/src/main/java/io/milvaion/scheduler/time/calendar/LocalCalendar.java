package io.milvaion.scheduler.time.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A calendar in local dates and times: which parts of each day are open, worked out year by year.
 * Safe to share.
 */
final class LocalCalendar implements DayRule {

    private static final int MOST_YEARS = 400;

    private final List<DayRule> include;
    private final List<DayRule> exclude;
    private final Map<Integer, DaySpans[]> years = new ConcurrentHashMap<>();

    LocalCalendar(List<DayRule> include, List<DayRule> exclude) {
        this.include = List.copyOf(include);
        this.exclude = List.copyOf(exclude);
    }

    /** What of a day is open. */
    @Override
    public DaySpans on(LocalDate day) {
        if (years.size() > MOST_YEARS) {
            years.clear();
        }
        return years.computeIfAbsent(day.getYear(), this::read)[day.getDayOfYear() - 1];
    }

    /** Why some of a day is closed: the names of the rules that close it, each once. */
    List<String> reasons(LocalDate day) {
        var reasons = new ArrayList<String>();
        for (var rule : exclude) {
            if (!rule.on(day).isNone()) {
                rule.name(day).filter(name -> !reasons.contains(name)).ifPresent(reasons::add);
            }
        }
        return reasons;
    }

    @Override
    public Optional<String> name(LocalDate day) {
        var reasons = reasons(day);
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", reasons));
    }

    private DaySpans[] read(int year) {
        var first = LocalDate.ofYearDay(year, 1);
        var days = new DaySpans[first.lengthOfYear()];
        for (int i = 0; i < days.length; i++) {
            var day = first.plusDays(i);
            var included = include.isEmpty() ? DaySpans.ALL : any(include, day);
            days[i] = included.isNone() ? included : included.and(any(exclude, day).not());
        }
        return days;
    }

    private static DaySpans any(List<DayRule> rules, LocalDate day) {
        var matched = DaySpans.NONE;
        for (var rule : rules) {
            matched = matched.or(rule.on(day));
        }
        return matched;
    }
}
