package io.milvaion.scheduler.time.cron;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.zone.DstRules;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Compares random day and month fields with a walk over each day that uses java.time only. A
 * failure names its seed; {@code -Dcron.seed=} repeats it.
 */
class DayOracleTest {

    private static final int EXPRESSIONS = 2_000;
    private static final int DAYS = 4 * 366;

    private record Field(String text, Predicate<LocalDate> matches) {

        Field or(Field other) {
            return new Field(text + "," + other.text, matches.or(other.matches));
        }
    }

    @Test
    void agreesWithAWalkOverEachDay() {
        long seed = Long.getLong("cron.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < EXPRESSIONS; i++) {
            Field days = list(random, DayOracleTest::dayOfMonth);
            Field months = list(random, DayOracleTest::month);
            Field weekdays = list(random, DayOracleTest::dayOfWeek);
            LocalDate from = LocalDate.of(1995, 1, 1).plusDays(random.nextInt(120 * 365));
            Predicate<LocalDate> all = days.matches.and(months.matches).and(weekdays.matches);
            String expression =
                    String.format("0 0 %s %s %s", days.text, months.text, weekdays.text);

            assertThat(runs(expression, from))
                    .as("%s from %s, seed %d", expression, from, seed)
                    .isEqualTo(from.datesUntil(from.plusDays(DAYS)).filter(all).toList());
        }
    }

    private static List<LocalDate> runs(String expression, LocalDate from) {
        List<LocalDate> runs = new ArrayList<>();
        CronSchedule schedule;
        try {
            schedule = CronSchedule.parse(expression, ZoneId.of("UTC"), DstRules.DEFAULT);
        } catch (InvalidCron e) { // one that can never run: no day may match then
            assertThat(e.field()).isEqualTo("expression");
            return runs;
        }
        Instant end = from.plusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
        var run = schedule.firstAtOrAfter(from.atStartOfDay(ZoneOffset.UTC).toInstant());
        while (run.isPresent() && run.get().isBefore(end)) {
            runs.add(LocalDate.ofInstant(run.get(), ZoneOffset.UTC));
            run = schedule.nextAfter(run.get());
        }
        return runs;
    }

    private interface Item {
        Field next(Random random);
    }

    private static Field list(Random random, Item item) {
        if (random.nextInt(3) == 0) {
            return new Field("*", date -> true);
        }
        Field field = item.next(random);
        while (random.nextInt(3) == 0) {
            field = field.or(item.next(random));
        }
        return field;
    }

    private static Field dayOfMonth(Random random) {
        int edge = List.of(1, 2, 30, 31).get(random.nextInt(4));
        int a = random.nextInt(3) == 0 ? edge : 1 + random.nextInt(31);
        int b = 1 + random.nextInt(31);
        int step = 1 + random.nextInt(9);
        return switch (random.nextInt(10)) {
            case 8 ->
                    new Field(
                            "L-" + a + "W",
                            date -> date.equals(nearestWorkday(date, date.lengthOfMonth() - a)));
            case 9 -> new Field("0" + a, date -> date.getDayOfMonth() == a);
            case 0 -> new Field("L", date -> date.equals(date.with(lastDayOfMonth())));
            case 1 ->
                    new Field(
                            "L-" + a, date -> date.plusDays(a).equals(date.with(lastDayOfMonth())));
            case 2 ->
                    new Field(
                            "LW",
                            date ->
                                    isWorkday(date)
                                            && date.plusDays(1)
                                                    .datesUntil(
                                                            date.with(lastDayOfMonth()).plusDays(1))
                                                    .noneMatch(DayOracleTest::isWorkday));
            case 3 -> new Field(a + "W", date -> date.equals(nearestWorkday(date, a)));
            case 4 ->
                    new Field(
                            a + "/" + step,
                            date ->
                                    date.getDayOfMonth() >= a
                                            && (date.getDayOfMonth() - a) % step == 0);
            case 5 ->
                    new Field(
                            a + "-" + b,
                            date ->
                                    a <= b
                                            ? date.getDayOfMonth() >= a && date.getDayOfMonth() <= b
                                            : date.getDayOfMonth() >= a
                                                    || date.getDayOfMonth() <= b);
            default -> new Field("" + a, date -> date.getDayOfMonth() == a);
        };
    }

    private static boolean isWorkday(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    /**
     * The workday of the month of the date that is nearest to a day of it; null without that day.
     */
    private static LocalDate nearestWorkday(LocalDate date, int day) {
        if (day < 1 || day > date.lengthOfMonth()) {
            return null;
        }
        LocalDate target = date.withDayOfMonth(day);
        for (int distance : new int[] {0, -1, 1, -2, 2}) {
            LocalDate candidate = target.plusDays(distance);
            if (isWorkday(candidate) && candidate.getMonth() == date.getMonth()) {
                return candidate;
            }
        }
        throw new AssertionError(target);
    }

    private static Field month(Random random) {
        Month a = Month.of(1 + random.nextInt(12));
        Month b = Month.of(1 + random.nextInt(12));
        if (random.nextBoolean()) {
            return new Field(shortName(a.name()), date -> date.getMonth() == a);
        }
        List<Month> range = new ArrayList<>(List.of(a));
        for (Month month = a; month != b; month = month.plus(1)) {
            range.add(month.plus(1));
        }
        return new Field(
                a.getValue() + "-" + shortName(b.name()), date -> range.contains(date.getMonth()));
    }

    private static Field dayOfWeek(Random random) {
        DayOfWeek a = DayOfWeek.of(1 + random.nextInt(7));
        DayOfWeek b = DayOfWeek.of(1 + random.nextInt(7));
        int nth = 1 + random.nextInt(5);
        return switch (random.nextInt(6)) {
            case 5 -> new Field("0" + a.getValue(), date -> date.getDayOfWeek() == a);
            case 0 ->
                    new Field(
                            shortName(a.name()) + "#" + nth,
                            date ->
                                    date.getDayOfWeek() == a
                                            && date.equals(date.with(dayOfWeekInMonth(nth, a))));
            case 1 -> new Field(a.getValue() + "L", date -> date.equals(date.with(lastInMonth(a))));
            case 2 -> {
                List<DayOfWeek> range = new ArrayList<>(List.of(a));
                for (DayOfWeek day = a; day != b; day = day.plus(1)) {
                    range.add(day.plus(1));
                }
                yield new Field(
                        shortName(a.name()) + "-" + shortName(b.name()),
                        date -> range.contains(date.getDayOfWeek()));
            }
            default -> new Field("" + a.getValue() % 7, date -> date.getDayOfWeek() == a);
        };
    }

    private static String shortName(String name) {
        String text = name.substring(0, 3);
        return name.length() % 2 == 0 ? text : text.toLowerCase(Locale.ROOT);
    }
}
