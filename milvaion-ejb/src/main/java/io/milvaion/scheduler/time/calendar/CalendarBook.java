package io.milvaion.scheduler.time.calendar;

import io.milvaion.scheduler.time.ical.Ical;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All calendars, as they are at some time. Safe to share; works days out when they are asked. */
public final class CalendarBook {

    public static final CalendarBook EMPTY = new CalendarBook(Map.of());

    /**
     * A calendar.
     *
     * @param ical what its iCalendar file says, or null
     */
    public record ListedCalendar(CalendarDefinition definition, Ical ical) {}

    private record InZone(List<String> names, PlanZone zone) {}

    private final Map<String, ListedCalendar> entries;
    private final Map<InZone, JobCalendars> ofJobs = new ConcurrentHashMap<>();
    private final Map<InZone, LocalCalendar> local = new ConcurrentHashMap<>();

    public CalendarBook(Map<String, ListedCalendar> entries) {
        this.entries = Map.copyOf(entries);
    }

    public boolean has(String name) {
        return entries.containsKey(name);
    }

    /** The same with a calendar changed, or one more; its iCalendar file stays. */
    public CalendarBook with(String name, CalendarDefinition definition) {
        var changed = new HashMap<>(entries);
        var before = entries.get(name);
        changed.put(name, new ListedCalendar(definition, before == null ? null : before.ical()));
        return new CalendarBook(changed);
    }

    public Map<String, ListedCalendar> entries() {
        return entries;
    }

    /**
     * The calendars of a job; empty if it names none.
     *
     * @param zone that of the job
     * @throws DateTimeException if there is no calendar of a name
     */
    public Optional<JobCalendars> of(List<String> names, PlanZone zone) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var key = new InZone(List.copyOf(names), zone);
        var found = ofJobs.get(key);
        if (found == null) {
            found = make(key);
            ofJobs.put(key, found);
        }
        return Optional.of(found);
    }

    private JobCalendars make(InZone key) {
        boolean week = key.names().stream().anyMatch(name -> hasWeek(name, new HashSet<>()));
        return new JobCalendars(
                key.names().stream().map(name -> member(name, key.zone())).toList(),
                week,
                new LocalClock(key.zone().rules()));
    }

    private JobCalendars.Member member(String name, PlanZone ofJob) {
        var own = require(name).definition().timeZone();
        var zone = own == null ? ofJob : Zones.named(own);
        return new JobCalendars.Member(
                local(name, zone, new ArrayDeque<>()), new LocalClock(zone.rules()));
    }

    /**
     * The days of a year of a calendar.
     *
     * @param zone for its times, where it has none of its own
     */
    public List<CalendarDay> year(String name, PlanZone zone, int year) {
        var calendar = member(name, zone).calendar();
        var first = LocalDate.ofYearDay(year, 1);
        return first.datesUntil(first.plusYears(1))
                .map(day -> CalendarDay.of(day, calendar.on(day), calendar.reasons(day)))
                .toList();
    }

    private boolean hasWeek(String name, Set<String> seen) {
        var definition = require(name).definition();
        return seen.add(name)
                && (definition.hasWeek()
                        || definition.references().stream().anyMatch(one -> hasWeek(one, seen)));
    }

    private ListedCalendar require(String name) {
        var entry = entries.get(name);
        if (entry == null) {
            throw new DateTimeException("There is no calendar " + name + ".");
        }
        return entry;
    }

    /** The names of the calendars that speak of a calendar, directly. */
    public List<String> usersOf(String name) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().definition().references().contains(name))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The calendars that change with a calendar: itself, and those that speak of it. */
    public Set<String> affectedBy(String name) {
        var affected = new HashSet<>(Set.of(name));
        Deque<String> left = new ArrayDeque<>(affected);
        while (!left.isEmpty()) {
            usersOf(left.pop()).stream().filter(affected::add).forEach(left::push);
        }
        return affected;
    }

    private LocalCalendar local(String name, PlanZone zone, Deque<String> within) {
        if (within.contains(name)) {
            throw new DateTimeException("The calendar " + name + " speaks of itself.");
        }
        var key = new InZone(List.of(name), zone);
        var found = local.get(key);
        if (found == null) {
            within.push(name);
            var entry = require(name);
            found =
                    new LocalCalendar(
                            rules(entry, entry.definition().include(), zone, within),
                            rules(entry, entry.definition().exclude(), zone, within));
            within.pop();
            local.put(key, found);
        }
        return found;
    }

    private List<DayRule> rules(
            ListedCalendar entry, List<CalendarRule> rules, PlanZone zone, Deque<String> within) {
        return rules.stream().map(rule -> rule(entry, rule, zone, within)).toList();
    }

    private DayRule rule(
            ListedCalendar entry, CalendarRule rule, PlanZone zone, Deque<String> within) {
        return switch (rule.kind()) {
            case WEEKDAYS ->
                    DayRule.of(day -> rule.days().contains(day.getDayOfWeek()), rule.name());
            case DATES -> DayRule.of(Set.copyOf(rule.dates())::contains, rule.name());
            case RANGE ->
                    DayRule.of(YearlyDay.range(rule.from(), rule.to()).orElseThrow(), rule.name());
            case TIMES ->
                    new TimesOfDayRule(
                            LocalTime.parse(rule.from()),
                            LocalTime.parse(rule.to()),
                            rule.days(),
                            rule.name());
            case HOLIDAYS -> new HolidayRule(rule);
            case ICAL -> new IcalRule(entry.ical(), zone.rules());
            case CALENDAR -> new OtherCalendar(local(rule.calendar(), zone, within), rule.when());
        };
    }
}
