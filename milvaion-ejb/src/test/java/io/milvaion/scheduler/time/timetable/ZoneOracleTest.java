package io.milvaion.scheduler.time.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Walks real time step by step around a change of the clocks of every zone that Java knows, asks
 * java.time for the local time of each step, and compares the runs of random expressions. A failure
 * names its seed; {@code -Dcron.seed=} repeats it.
 */
class ZoneOracleTest {

    private final long seed = Long.getLong("cron.seed", System.nanoTime());
    private final Random random = new Random(seed);

    private record Sample(String expression, boolean interval, Predicate<LocalTime> matches) {}

    @Test
    void agreesWithAWalkOverEachSecondAroundAChange() {
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            Instant change = someChange(zone.getRules());
            compare(zone, change, Duration.ofMinutes(75), 1, sample(zone, change, true));
        }
    }

    @Test
    void agreesWithAWalkOverEachMinuteOfTheDaysAroundAChange() {
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            Instant change = someChange(zone.getRules());
            for (int i = 0; i < 2; i++) {
                compare(zone, change, Duration.ofHours(30), 60, sample(zone, change, false));
            }
        }
    }

    private void compare(ZoneId zone, Instant change, Duration around, int step, Sample sample) {
        DstRules dst = new DstRules(pick(DstGap.values()), pick(DstOverlap.values()));
        CronSchedule schedule = CronSchedule.parse(sample.expression, zone, dst);
        long from = change.minus(around).getEpochSecond();
        long to = change.plus(around).getEpochSecond();

        List<Instant> expected = new ArrayList<>();
        for (long second = from; second <= to; second += step) {
            if (runsAt(second, step, zone.getRules(), dst, sample)) {
                expected.add(Instant.ofEpochSecond(second));
            }
        }
        List<Instant> found = new ArrayList<>();
        var run = schedule.firstAtOrAfter(Instant.ofEpochSecond(from));
        while (run.isPresent() && run.get().getEpochSecond() <= to) {
            found.add(run.get());
            run = schedule.nextAfter(run.get());
        }
        assertThat(found)
                .as("%s in %s around %s, %s, seed %d", sample.expression, zone, change, dst, seed)
                .isEqualTo(expected);
    }

    private static boolean runsAt(
            long second, int step, ZoneRules rules, DstRules dst, Sample sample) {
        LocalDateTime local = localTime(second, rules);
        if (sample.interval) {
            return sample.matches.test(local.toLocalTime());
        }
        LocalDateTime skipped = localTime(second - step, rules).plusSeconds(step);
        if (dst.gap() == DstGap.SHIFT) {
            for (; skipped.isBefore(local); skipped = skipped.plusSeconds(step)) {
                if (sample.matches.test(skipped.toLocalTime())) {
                    return true;
                }
            }
        }
        if (!sample.matches.test(local.toLocalTime())) {
            return false;
        }
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        ZoneOffset offset = rules.getOffset(Instant.ofEpochSecond(second));
        return switch (dst.overlap()) {
            case FIRST -> offset.equals(offsets.get(0));
            case SECOND -> offset.equals(offsets.get(offsets.size() - 1));
            case BOTH -> true;
        };
    }

    private static LocalDateTime localTime(long second, ZoneRules rules) {
        return LocalDateTime.ofEpochSecond(
                second, 0, rules.getOffset(Instant.ofEpochSecond(second)));
    }

    /** A change of 1980 or later, when all are at whole minutes; some instant if there is none. */
    private Instant someChange(ZoneRules rules) {
        Instant instant =
                Instant.parse("1980-01-01T00:00:00Z")
                        .plusSeconds(random.nextInt(58 * 366) * 86_400L);
        ZoneOffsetTransition change = rules.nextTransition(instant);
        if (change == null) {
            change = rules.previousTransition(instant);
        }
        return change == null || change.getInstant().getEpochSecond() < 315_532_800
                ? instant
                : change.getInstant();
    }

    /** An expression that has a good chance to run near the change. */
    private Sample sample(ZoneId zone, Instant change, boolean withSeconds) {
        ZoneRules rules = zone.getRules();
        int before = localTime(change.getEpochSecond() - 1, rules).getHour();
        int after = localTime(change.getEpochSecond(), rules).getHour();
        List<Integer> near = List.of(before, after, (after + 1) % 24, (before + 1) % 24);

        NavigableSet<Integer> hours = new TreeSet<>();
        NavigableSet<Integer> minutes = new TreeSet<>();
        NavigableSet<Integer> seconds = new TreeSet<>();
        for (int i = 0; i < 3; i++) {
            hours.add(near.get(random.nextInt(near.size())));
            minutes.add(random.nextInt(12) * 5);
            seconds.add(withSeconds ? random.nextInt(60) : 0);
        }
        String hour = text(hours);
        String minute = text(minutes);
        String second = text(seconds);
        switch (random.nextInt(8)) {
            case 0 -> hour = all(hours, 24);
            case 1 -> hour = everyHour(hours);
            case 2 -> hour = range(hours);
            case 3 -> hour = step(hours, 24, 1 + random.nextInt(12));
            case 4 -> minute = all(minutes, 60);
            case 5 -> minute = step(minutes, 60, 1 + random.nextInt(20));
            default -> {} // lists only
        }
        return new Sample(
                String.join(" ", second, minute, hour, "* * *"),
                hours.size() == 24,
                time ->
                        hours.contains(time.getHour())
                                && minutes.contains(time.getMinute())
                                && seconds.contains(time.getSecond()));
    }

    private static String text(NavigableSet<Integer> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String all(NavigableSet<Integer> values, int size) {
        for (int i = 0; i < size; i++) {
            values.add(i);
        }
        return "*";
    }

    private static String range(NavigableSet<Integer> values) {
        String text = values.first() + "-" + values.last();
        for (int i = values.first(); i < values.last(); i++) {
            values.add(i);
        }
        return text;
    }

    private static String step(NavigableSet<Integer> values, int size, int step) {
        values.clear();
        for (int i = 0; i < size; i += step) {
            values.add(i);
        }
        return "*/" + step;
    }

    /** A spelling of all hours without a wildcard. */
    private String everyHour(NavigableSet<Integer> hours) {
        all(hours, 24);
        int first = random.nextInt(24);
        return switch (random.nextInt(3)) {
            case 0 -> text(hours);
            case 1 -> first + "-" + (first + 23) % 24;
            default -> "0-" + first + "," + first + "-23";
        };
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
