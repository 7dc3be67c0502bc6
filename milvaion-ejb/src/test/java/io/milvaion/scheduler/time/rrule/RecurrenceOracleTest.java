package io.milvaion.scheduler.time.rrule;

import static org.assertj.core.api.Assertions.assertThat;

import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import net.fortuna.ical4j.model.Recur;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.junit.jupiter.api.Test;

/**
 * Compares random rules with lib-recur and ical4j, where these agree. A failure names its seed;
 * {@code -Drrule.seed=} repeats it.
 */
class RecurrenceOracleTest {

    private static final int RULES = Integer.getInteger("rrule.rules", 600);
    private static final int LISTED = 40;
    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 9, 0);

    private final long seed = Long.getLong("rrule.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void agreesWithTwoLibrariesThatAgree() throws Exception {
        int compared = 0;
        for (int i = 0; i < RULES; i++) {
            LocalDateTime start =
                    START.plusDays(random.nextInt(800)).plusMinutes(random.nextInt(600));
            String rule = rule();
            List<Instant> one = libRecurOrNothing(rule, start);
            if (one.size() >= 2 && one.equals(ical4j(rule, start))) {
                assertThat(ours(rule, start, one.size()))
                        .as("%s from %s, seed %d", rule, start, seed)
                        .isEqualTo(one);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(RULES / 3);
    }

    /** Without a start that is outside the rule, which neither library returns. */
    private static List<Instant> ours(String rule, LocalDateTime start, int count) {
        String text = "DTSTART:" + basic(start) + "Z\nRRULE:" + rule;
        var recurrence = Recurrence.parse(text, Zones.named("UTC"), DstRules.DEFAULT, null);
        var series = new RuleSeries(RuleSyntax.parse(rule), start);
        long second = start.toEpochSecond(ZoneOffset.UTC);
        boolean inside = series.next(second, second, series.period(start)) == second;
        List<Instant> found = new ArrayList<>();
        var run = recurrence.nextAtOrAfter(start.toInstant(ZoneOffset.UTC));
        run = inside ? run : recurrence.nextAfter(run.orElseThrow());
        while (run.isPresent() && found.size() < count) {
            found.add(run.get());
            run = recurrence.nextAfter(run.get());
        }
        return found;
    }

    private static List<Instant> libRecurOrNothing(String rule, LocalDateTime start)
            throws InvalidRecurrenceRuleException {
        try {
            return libRecur(rule, start);
        } catch (IllegalArgumentException
                | IllegalStateException e) { // it gives up after some empty periods
            return List.of();
        }
    }

    private static List<Instant> libRecur(String rule, LocalDateTime start)
            throws InvalidRecurrenceRuleException {
        var iterator = new RecurrenceRule(rule).iterator(DateTime.parse(basic(start) + "Z"));
        List<Instant> found = new ArrayList<>();
        while (iterator.hasNext() && found.size() < LISTED) {
            Instant at = Instant.ofEpochMilli(iterator.nextMillis());
            if (at.isAfter(Instant.parse("2040-01-01T00:00:00Z"))) {
                break;
            }
            found.add(at);
        }
        return found;
    }

    private static List<Instant> ical4j(String rule, LocalDateTime start) {
        return new Recur<LocalDateTime>(rule)
                .getDates(start, start, LocalDateTime.of(2040, 1, 1, 0, 0), LISTED).stream()
                        .map(at -> at.toInstant(ZoneOffset.UTC))
                        .toList();
    }

    private static String basic(LocalDateTime at) {
        return at.withNano(0).toString().replaceAll("[-:]", "") + (at.getSecond() == 0 ? "00" : "");
    }

    private String rule() {
        Frequency frequency = List.of(Frequency.values()).get(random.nextInt(7));
        var rule = new StringJoiner(";");
        rule.add("FREQ=" + frequency);
        if (random.nextBoolean()) {
            rule.add("INTERVAL=" + (1 + random.nextInt(5)));
        }
        boolean coarse = !frequency.isShorterThan(Frequency.DAILY);
        for (RulePart part : RulePart.values()) {
            if (part != RulePart.BYSETPOS && random.nextInt(coarse ? 4 : 6) == 0) {
                add(rule, part);
            }
        }
        if (random.nextInt(3) == 0) {
            rule.add("BYDAY=" + weekdays(frequency));
        }
        if (random.nextInt(5) == 0) {
            rule.add("BYSETPOS=" + (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(3)));
        }
        if (random.nextInt(4) == 0) {
            rule.add("WKST=" + List.of("MO", "SU", "TH").get(random.nextInt(3)));
        }
        try {
            var parts = RuleSyntax.parse(rule.toString());
            return namesNoMonth(parts) ? rule() : rule.toString();
        } catch (InvalidRecurrence e) {
            return rule(); // parts that must not stand together
        }
    }

    /** Both libraries take the month of the start then; biweekly and dateutil take all months. */
    private static boolean namesNoMonth(RuleParts rule) {
        return rule.frequency() == Frequency.YEARLY
                && rule.has(RulePart.BYMONTHDAY)
                && !rule.has(RulePart.BYMONTH);
    }

    private void add(StringJoiner rule, RulePart part) {
        var numbers = new StringJoiner(",");
        for (int i = 0; i <= random.nextInt(3); i++) {
            int max = Math.min(part.max, 59);
            int number = part.min + random.nextInt(max - part.min + 1);
            numbers.add(String.valueOf(part.signed && random.nextInt(3) == 0 ? -number : number));
        }
        rule.add(part + "=" + numbers);
    }

    private String weekdays(Frequency frequency) {
        var days = new StringJoiner(",");
        for (int i = 0; i <= random.nextInt(3); i++) {
            boolean numbered =
                    !frequency.isShorterThan(Frequency.MONTHLY) && random.nextInt(3) == 0;
            String n = numbered ? String.valueOf(random.nextBoolean() ? 2 : -1) : "";
            days.add(n + List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU").get(random.nextInt(7)));
        }
        return days.toString();
    }
}
