package io.milvaion.scheduler.time.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.time.zone.DstGap;
import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.ZoneDirectory;
import io.milvaion.scheduler.time.zone.Zones;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Expressions around changes of clocks from 2020 to 2037, each with all rules for these changes,
 * against a look at each minute. Of the zones that have rules of their own every tenth, by {@code
 * -Dmilvaion.oracle=full} all of them, which takes about two minutes.
 */
class TimeOracleIT {

    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2038-01-01T00:00:00Z");
    private static final Duration AROUND = Duration.ofHours(26);
    private static final int FEW = 10;

    private static final List<String> EXPRESSIONS =
            List.of(
                    "* * * * *",
                    "*/7 * * * *",
                    "*/30 * * * *",
                    "0 * * * *",
                    "15,45 0-23 * * *",
                    "30 */1 * * *",
                    "59 0-11,12-23 * * *",
                    "*/20 * * * 6,0",
                    "0 0 * * *",
                    "30 0 * * *",
                    "0 1 * * *",
                    "30 1 * * *",
                    "59 1 * * *",
                    "0 2 * * *",
                    "15 2 * * *",
                    "30 2 * * *",
                    "59 2 * * *",
                    "0 3 * * *",
                    "30 3 * * *",
                    "30 23 * * *",
                    "59 23 * * *",
                    "0,30 2 * * *",
                    "0,15,30,45 1-3 * * *",
                    "*/10 2 * * *",
                    "* 2 * * *",
                    "* 1-2 * * *",
                    "0 */2 * * *",
                    "0 1-23/2 * * *",
                    "5 */3 * * *",
                    "10 */6 * * *",
                    "30 0-22 * * *",
                    "0 1-23 * * *",
                    "*/15 0,2,23 * * *",
                    "30 2 * * 0",
                    "30 2 * * 6",
                    "0 0 * * 1-5",
                    "30 2 1-7 * *",
                    "15 1 25-31 * *",
                    "30 2 * 3,4,9,10,11 *",
                    "0 0,1,2,3 * 2-11 *");

    /** Expressions are read here, too: by lists of ranges with steps. */
    private record Fields(List<BitSet> of) {

        private static final List<Integer> SIZES = List.of(60, 24, 32, 13, 7);

        static Fields of(String expression) {
            var fields = new ArrayList<BitSet>();
            var texts = expression.split(" ");
            for (int i = 0; i < texts.length; i++) {
                fields.add(new BitSet());
                for (var item : texts[i].split(",")) {
                    add(item, SIZES.get(i), fields.get(i));
                }
            }
            return new Fields(fields);
        }

        private static void add(String item, int size, BitSet values) {
            var parts = item.split("/");
            int step = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
            var ends =
                    parts[0].equals("*")
                            ? new String[] {"0", "" + (size - 1)}
                            : parts[0].split("-");
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int value = Integer.parseInt(ends[0]); value <= last; value += step) {
                values.set(value);
            }
        }

        boolean everyHour() {
            return of.get(1).cardinality() == 24;
        }

        boolean match(LocalDateTime at) {
            return of.get(0).get(at.getMinute())
                    && of.get(1).get(at.getHour())
                    && of.get(2).get(at.getDayOfMonth())
                    && of.get(3).get(at.getMonthValue())
                    && of.get(4).get(at.getDayOfWeek().getValue() % 7);
        }
    }

    /** The minutes around a change, as clocks show them. */
    private record Minutes(ZoneOffsetTransition change, long from, List<LocalDateTime> shown) {

        static Minutes around(ZoneRules rules, ZoneOffsetTransition change) {
            long from = change.getInstant().minus(AROUND).getEpochSecond();
            var shown = new ArrayList<LocalDateTime>();
            for (int i = 0; i < 2 * AROUND.toMinutes(); i++) {
                var at = Instant.ofEpochSecond(from + 60L * i);
                shown.add(LocalDateTime.ofInstant(at, rules.getOffset(at)));
            }
            return new Minutes(change, from, shown);
        }

        Instant at(int index) {
            return Instant.ofEpochSecond(from + 60L * index);
        }

        List<Instant> runs(Fields fields, DstRules dst, ZoneRules rules) {
            var runs = new ArrayList<Instant>();
            for (int i = 0; i < shown.size(); i++) {
                if (runs(i, fields, dst, rules)) {
                    runs.add(at(i));
                }
            }
            return runs;
        }

        private boolean runs(int i, Fields fields, DstRules dst, ZoneRules rules) {
            boolean matches = fields.match(shown.get(i));
            if (fields.everyHour()) {
                return matches;
            }
            return (dst.gap() == DstGap.SHIFT && swallowed(i, fields))
                    || (matches && counts(i, dst.overlap(), rules));
        }

        private boolean swallowed(int i, Fields fields) {
            if (i == 0) {
                return false;
            }
            var left = shown.get(i - 1).plusMinutes(1);
            while (left.isBefore(shown.get(i))) {
                if (fields.match(left)) {
                    return true;
                }
                left = left.plusMinutes(1);
            }
            return false;
        }

        private boolean counts(int i, DstOverlap overlap, ZoneRules rules) {
            var offsets = rules.getValidOffsets(shown.get(i));
            ZoneOffset mine = rules.getOffset(at(i));
            return switch (overlap) {
                case FIRST -> mine.equals(offsets.get(0));
                case SECOND -> mine.equals(offsets.get(offsets.size() - 1));
                case BOTH -> true;
            };
        }
    }

    @Test
    void runsAreWhereALookAtEachMinuteFindsThem() throws IOException {
        boolean full = "full".equals(System.getProperty("milvaion.oracle"));
        var zones = distinct();
        int compared = 0;
        int number = new Random().nextInt(FEW);
        for (var zone : zones) {
            if (full || number++ % FEW == 0) {
                compared += compare(zone);
            }
        }

        System.out.printf(
                "%d zones of rules of their own: %d comparisons%n", zones.size(), compared);
        assertThat(zones.size()).isGreaterThan(50);
    }

    private static int compare(PlanZone zone) {
        int compared = 0;
        for (var change = zone.rules().nextTransition(FROM);
                change != null && change.getInstant().isBefore(TO);
                change = zone.rules().nextTransition(change.getInstant())) {
            var minutes = Minutes.around(zone.rules(), change);
            for (var expression : EXPRESSIONS) {
                var fields = Fields.of(expression);
                for (var dst : policies()) {
                    compare(zone, minutes, expression, fields, dst);
                    compared++;
                }
            }
        }
        return compared;
    }

    private static void compare(
            PlanZone zone, Minutes minutes, String expression, Fields fields, DstRules dst) {
        var schedule = CronSchedule.parse(expression, zone, dst);
        var end = minutes.at(minutes.shown().size());
        var found = new ArrayList<Instant>();
        for (var run = schedule.firstAtOrAfter(minutes.at(0));
                run.isPresent() && run.get().isBefore(end);
                run = schedule.nextAfter(run.get())) {
            found.add(run.get());
        }

        var expected = minutes.runs(fields, dst, zone.rules());
        if (!found.equals(expected)) { // a description for each comparison would take minutes
            assertThat(found)
                    .as("%s in %s around %s, %s", expression, zone, minutes.change(), dst)
                    .isEqualTo(expected);
        }
    }

    private static List<DstRules> policies() {
        return Stream.of(DstGap.values())
                .flatMap(
                        gap ->
                                Stream.of(DstOverlap.values())
                                        .map(overlap -> new DstRules(gap, overlap)))
                .toList();
    }

    /** The newest rules that this machine has; of zones with the same only the first. */
    private static List<PlanZone> distinct() throws IOException {
        var zones =
                Files.exists(ZoneDirectory.OF_SYSTEM.resolve("tzdata.zi"))
                        ? Zones.of(List.of(ZoneDirectory.read(ZoneDirectory.OF_SYSTEM)))
                        : Zones.of(List.of());
        Map<ZoneRules, PlanZone> distinct = new LinkedHashMap<>();
        for (var name : zones.names()) {
            var zone = zones.zone(name);
            distinct.putIfAbsent(zone.rules(), zone);
        }
        return List.copyOf(distinct.values());
    }
}
