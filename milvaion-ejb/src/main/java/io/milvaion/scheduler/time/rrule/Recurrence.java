package io.milvaion.scheduler.time.rrule;

import io.milvaion.scheduler.time.zone.DstOverlap;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.SecondSeries;
import io.milvaion.scheduler.time.zone.ZonedTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The instants of a recurrence. Immutable and safe to share; a call takes some microseconds,
 * however far from the start.
 */
public final class Recurrence {

    /** How far ahead an instance is looked for, in seconds: 400 years. */
    static final long HORIZON = Duration.ofDays(146_097).toSeconds();

    private static final long LATEST = Instant.parse("9999-01-01T00:00:00Z").getEpochSecond();
    private static final long NONE = SecondSeries.NONE;

    private final RecurrenceText text;
    private final DstRules dst;
    private final List<SecondSeries> sources = new ArrayList<>(); // each of instants
    private final long earliest;

    private Recurrence(RecurrenceText text, DstRules dst) {
        this.text = text;
        this.dst = dst;
        NavigableSet<Long> locals = text.added().locals(text.start().toLocalTime());
        NavigableSet<Long> instants = new TreeSet<>(text.added().instants());
        for (RuleParts rule : text.rules()) {
            sources.add(bounded(rule));
        }
        if (text.rules().stream().anyMatch(Recurrence::isReal)) {
            instants.add(start().getEpochSecond());
        } else {
            locals.add(text.start().toEpochSecond(ZoneOffset.UTC));
        }
        earliest = earliest(locals, instants);
        locals.removeIf(text.excluded()::has);
        sources.add(zoned((from, to) -> first(locals, from, to)));
        sources.add((from, to) -> first(instants, from, to));
    }

    /**
     * Reads lines {@code DTSTART}, {@code RRULE}, {@code RDATE} and {@code EXDATE}.
     *
     * @param zone of a start that names none
     * @param startsAt the start if there is no {@code DTSTART}; or null
     * @throws InvalidRecurrence naming the first line or part that is wrong
     */
    public static Recurrence parse(String text, PlanZone zone, DstRules dst, Instant startsAt) {
        return new Recurrence(RecurrenceText.parse(text, zone, startsAt), dst);
    }

    private static boolean isReal(RuleParts rule) {
        return rule.frequency().isShorterThan(Frequency.DAILY);
    }

    private SecondSeries bounded(RuleParts rule) {
        SecondSeries series =
                isReal(rule)
                        ? new RealRule(rule, text, start())::next
                        : zoned(new ClockRule(rule, text, dst));
        if (rule.until() == null || !rule.until().utc()) {
            return series;
        }
        long last = rule.until().second();
        if (last < start().getEpochSecond()) {
            throw new InvalidRecurrence("UNTIL", "This is before the start, " + start() + ".");
        }
        return (from, to) -> from > last ? NONE : series.next(from, Math.min(to, last));
    }

    private SecondSeries zoned(SecondSeries locals) {
        return new ZonedTimes(locals, text.zone().rules(), dst, false)::next;
    }

    /** The instant of the start; in an overlap that which the job's rules take first. */
    private Instant start() {
        var offsets = text.zone().rules().getValidOffsets(text.start());
        return dst.overlap() == DstOverlap.SECOND && !offsets.isEmpty()
                ? text.start().toInstant(offsets.get(offsets.size() - 1))
                : text.zone().instant(text.start());
    }

    private long earliest(NavigableSet<Long> locals, NavigableSet<Long> instants) {
        long start = text.start().toEpochSecond(ZoneOffset.UTC);
        long local = locals.isEmpty() ? start : Math.min(locals.first(), start);
        long day = Duration.ofDays(1).toSeconds(); // no zone is as far from UTC
        return Math.min(local - day, instants.isEmpty() ? local : instants.first());
    }

    private static long first(NavigableSet<Long> seconds, long from, long to) {
        Long found = seconds.ceiling(from);
        return found == null || found > to ? NONE : found;
    }

    /** The first instance at or after the instant; empty when there is none in 400 years. */
    public Optional<Instant> nextAtOrAfter(Instant instant) {
        return next(instant.getEpochSecond(), instant.getNano() == 0 ? 0 : 1);
    }

    /** The first instance after the instant; empty when there is none in 400 years. */
    public Optional<Instant> nextAfter(Instant instant) {
        return next(instant.getEpochSecond(), 1);
    }

    private Optional<Instant> next(long second, int plus) {
        if (second > LATEST) { // beyond, calendar arithmetic may overflow
            return Optional.empty();
        }
        long at = Math.max(second + plus, earliest);
        long to = at + HORIZON;
        for (long found = min(at, to); found != NONE; found = min(found + 1, to)) {
            if (!text.excluded().instants().contains(found)) {
                return Optional.of(Instant.ofEpochSecond(found));
            }
        }
        return Optional.empty();
    }

    private long min(long from, long to) {
        long best = NONE;
        for (SecondSeries source : sources) {
            long found = source.next(from, best == NONE ? to : best);
            best = found == NONE ? best : found;
        }
        return best;
    }

    /** The zone of the start, in which the rules are meant. */
    public PlanZone zone() {
        return text.zone();
    }

    /** An English sentence that says when it comes, in local time of its zone. */
    public String sentence() {
        return RecurrenceSentence.of(text);
    }

    /** Whether it has times of day, to which the rules for changes of clocks apply. */
    public boolean hasTimesOfDay() {
        return !text.rules().stream().allMatch(Recurrence::isReal);
    }
}
