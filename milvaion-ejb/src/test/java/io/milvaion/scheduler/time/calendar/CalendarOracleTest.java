package io.milvaion.scheduler.time.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.timetable.OnClosed;
import io.milvaion.scheduler.time.timetable.Timetable;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares what calendars make of planned instants with the rules, applied run by run. */
class CalendarOracleTest {

    private static final List<String> ZONES =
            List.of("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe");

    private static final List<String> EXPRESSIONS =
            List.of(
                    "0 9 * * *",
                    "30 2 * * *",
                    "0 9 15,16 * *",
                    "0 0,12 * * SAT",
                    "0 */5 * * *",
                    "0 23 L * *",
                    "15 * * * SUN",
                    "0 8 1 1 *");

    private static final Instant FROM = Instant.parse("2025-10-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-12-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource(OnClosed.class)
    void runsAreThoseOfTheRules(OnClosed policy) {
        var random = new Random(policy.name().hashCode());
        for (int i = 0; i < 60; i++) {
            var zone = ZoneId.of(any(ZONES, random));
            var expression = any(EXPRESSIONS, random);
            var rules = new RandomRules(random);
            var base = CronSchedule.parse(expression, Zones.named(zone.getId()), DstRules.DEFAULT);
            var book =
                    new CalendarBook(
                            Map.of(
                                    "c",
                                    new CalendarBook.ListedCalendar(
                                            CalendarDefinition.excluding(
                                                    rules.exclude.toArray(CalendarRule[]::new)),
                                            null)));
            var timetable =
                    book.of(List.of("c"), Zones.named(zone.getId()))
                            .orElseThrow()
                            .apply(base, policy, DstRules.DEFAULT);
            var expected = new Oracle(base, zone, rules, policy).runs();
            assertThat(list(timetable))
                    .describedAs("%s %s %s %s", policy, zone, expression, rules.exclude)
                    .containsExactlyElementsOf(expected);
            probe(timetable, new TreeSet<>(expected), random);
        }
    }

    /** Whoever asks from where gets the same. */
    private static void probe(Timetable timetable, NavigableSet<Instant> expected, Random random) {
        long span = TO.getEpochSecond() - FROM.getEpochSecond();
        for (int i = 0; i < 40; i++) {
            var at = FROM.plusSeconds((long) (random.nextDouble() * span * 0.9));
            var next = expected.higher(at);
            if (next != null) {
                assertThat(timetable.nextAfter(at)).describedAs("after %s", at).contains(next);
                assertThat(timetable.firstAtOrAfter(next)).contains(next);
                assertThat(timetable.standsAt(next)).isTrue();
            }
        }
    }

    private static List<Instant> list(Timetable timetable) {
        var runs = new ArrayList<Instant>();
        var run = timetable.firstAtOrAfter(FROM);
        while (run.isPresent() && run.get().isBefore(TO)) {
            runs.add(run.get());
            run = timetable.nextAfter(run.get());
        }
        return runs;
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** Weekends, dates, a range and a blackout window, each or not. */
    private static final class RandomRules {

        final List<CalendarRule> exclude = new ArrayList<>();
        private final List<Predicate<ZonedDateTime>> closed = new ArrayList<>();
        private final boolean weekend;

        RandomRules(Random random) {
            weekend = random.nextInt(3) > 0;
            if (weekend) {
                exclude.add(CalendarRule.weekdays(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
                closed.add(at -> at.getDayOfWeek().getValue() > 5);
            }
            var dates = new TreeSet<LocalDate>();
            for (int i = random.nextInt(40); i > 0; i--) {
                dates.add(LocalDate.of(2025, 10, 1).plusDays(random.nextInt(800)));
            }
            exclude.add(CalendarRule.dates("x", dates.toArray(LocalDate[]::new)));
            closed.add(at -> dates.contains(at.toLocalDate()));
            if (random.nextBoolean()) {
                exclude.add(CalendarRule.range("y", "12-24", "01-06"));
                closed.add(
                        at ->
                                (at.getMonthValue() == 12 && at.getDayOfMonth() >= 24)
                                        || (at.getMonthValue() == 1 && at.getDayOfMonth() <= 6));
            }
            if (random.nextBoolean()) {
                exclude.add(CalendarRule.times("22:30", "04:00", DayOfWeek.FRIDAY));
                closed.add(RandomRules::isInWindow);
            }
        }

        private static boolean isInWindow(ZonedDateTime at) {
            int minute = at.getHour() * 60 + at.getMinute();
            return (at.getDayOfWeek() == DayOfWeek.FRIDAY && minute >= 22 * 60 + 30)
                    || (at.getDayOfWeek() == DayOfWeek.SATURDAY && minute < 4 * 60);
        }

        boolean isOpen(ZonedDateTime at) {
            return closed.stream().noneMatch(rule -> rule.test(at));
        }
    }

    /** The rules of the package, applied to all runs one by one. */
    private record Oracle(Timetable base, ZoneId zone, RandomRules rules, OnClosed policy) {

        List<Instant> runs() {
            var days = new TreeMap<LocalDate, List<Instant>>();
            var run = base.firstAtOrAfter(FROM.minusSeconds(400L * 86_400));
            while (run.isPresent() && run.get().isBefore(TO.plusSeconds(400L * 86_400))) {
                days.computeIfAbsent(LocalDate.ofInstant(run.get(), zone), day -> new ArrayList<>())
                        .add(run.get());
                run = base.nextAfter(run.get());
            }
            var found = new TreeSet<Instant>();
            if (policy == OnClosed.SKIP) {
                days.values().forEach(all -> all.stream().filter(this::isOpen).forEach(found::add));
            } else {
                move(days).forEach((day, runs) -> runs.forEach(at -> found.add(open(at))));
            }
            return found.subSet(FROM, TO).stream().toList();
        }

        private Map<LocalDate, List<Instant>> move(NavigableMap<LocalDate, List<Instant>> days) {
            var moved = new TreeMap<LocalDate, List<Instant>>();
            days.forEach(
                    (day, runs) -> {
                        var target = target(day);
                        if (target.equals(day) || !days.containsKey(target)) {
                            moved.computeIfAbsent(
                                    target,
                                    any -> runs.stream().map(at -> place(at, target)).toList());
                        }
                    });
            return moved;
        }

        private LocalDate target(LocalDate day) {
            var target = day;
            while (!(target.equals(day) ? hasOpen(day) : accepts(target))) {
                target = policy == OnClosed.PREVIOUS_DAY ? target.minusDays(1) : target.plusDays(1);
            }
            return target;
        }

        private boolean accepts(LocalDate day) {
            return hasOpen(day)
                    && (policy != OnClosed.NEXT_WORKING_DAY
                            || rules.weekend
                            || day.getDayOfWeek().getValue() <= 5);
        }

        private boolean hasOpen(LocalDate day) {
            return isOpen(day.atTime(12, 0).atZone(zone).toInstant());
        }

        private Instant place(Instant at, LocalDate target) {
            var local = target.atTime(at.atZone(zone).toLocalTime());
            var change = zone.getRules().getTransition(local);
            if (LocalDate.ofInstant(at, zone).equals(target)) {
                return at;
            }
            return change != null && change.isGap()
                    ? change.getInstant()
                    : local.atZone(zone).toInstant();
        }

        private boolean isOpen(Instant at) {
            return rules.isOpen(at.atZone(zone));
        }

        private Instant open(Instant at) {
            var open = at;
            while (!isOpen(open)) {
                open = open.plusSeconds(900); // all times here are whole quarters of an hour
            }
            return open;
        }
    }
}
