package io.milvaion.scheduler.time.calendar;

import io.milvaion.scheduler.time.holiday.Holidays;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Public holidays, with what a calendar adds to them and takes from them. */
final class HolidayRule implements DayRule {

    private final CalendarRule rule;
    private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

    HolidayRule(CalendarRule rule) {
        this.rule = rule;
    }

    @Override
    public DaySpans on(LocalDate day) {
        return name(day).isPresent() ? DaySpans.ALL : DaySpans.NONE;
    }

    @Override
    public Optional<String> name(LocalDate day) {
        var ofYear = years.computeIfAbsent(day.getYear(), this::read);
        return Optional.ofNullable(ofYear.get(day));
    }

    private Map<LocalDate, String> read(int year) {
        var names = new HashMap<LocalDate, String>();
        Holidays.of(rule.country(), rule.region(), year)
                .forEach(holiday -> names.put(holiday.date(), holiday.name()));
        rule.removed().forEach(names::remove);
        names.putAll(rule.added());
        return names;
    }
}
