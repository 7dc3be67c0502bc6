package io.milvaion.scheduler.time.timetable;

import io.milvaion.scheduler.time.cron.CronFields;
import io.milvaion.scheduler.time.cron.CronSentence;
import io.milvaion.scheduler.time.cron.InvalidCron;
import io.milvaion.scheduler.time.cron.LocalTimes;
import io.milvaion.scheduler.time.dialect.CronDialect;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.ZonedTimes;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A cron expression in a zone. Immutable and safe to share; a call takes about a microsecond,
 * parsing about fifty, so parse once per definition. The rules are stated in the package
 * description.
 */
public final class CronSchedule implements Timetable {

    /**
     * How far ahead a run is looked for: after 400 years dates, days of the week and changes of
     * clocks come again in the same order, so what does not run by then never does.
     */
    private static final Duration HORIZON = Duration.ofDays(146_097);

    private static final long EARLIEST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("9999-01-01T00:00:00Z").getEpochSecond();

    private final String expression;
    private final PlanZone zone;
    private final DstRules rules;
    private final CronFields fields;
    private final LocalTimes localTimes;
    private final ZonedTimes times;

    private CronSchedule(String expression, PlanZone zone, DstRules rules, CronFields fields) {
        this.expression = expression;
        this.zone = Objects.requireNonNull(zone, "zone");
        this.rules = Objects.requireNonNull(rules, "rules");
        this.fields = fields;
        localTimes = new LocalTimes(fields);
        if (!localTimes.exist()) {
            throw new InvalidCron(
                    InvalidCron.EXPRESSION,
                    "The expression can never run: no day of the calendar matches it.");
        }
        times = times(fields.isInterval());
    }

    private ZonedTimes times(boolean interval) {
        return new ZonedTimes(localTimes::next, zone.rules(), rules, interval);
    }

    /**
     * Reads an expression of our own dialect that belongs to no job.
     *
     * @throws InvalidCron as below
     */
    public static CronSchedule parse(String expression, PlanZone zone, DstRules rules) {
        return parse(CronDialect.MILVAION, expression, null, zone, rules);
    }

    /**
     * @param job the id by which {@code H} chooses its values; null for an example
     * @throws InvalidCron when the expression is wrong, names another zone than this or no day of
     *     the calendar can match it. That changes of clocks let a run be is for {@link #requireRun}
     *     to say.
     */
    public static CronSchedule parse(
            CronDialect dialect, String expression, UUID job, PlanZone zone, DstRules rules) {
        dialect.zoneIn(expression)
                .filter(named -> !named.equals(zone.name()))
                .ifPresent(
                        named -> {
                            throw new InvalidCron(
                                    InvalidCron.EXPRESSION,
                                    "The expression names the time zone "
                                            + named
                                            + ", but timeZone is "
                                            + zone.name()
                                            + ": say the same in both, or it in timeZone only.");
                        });
        return new CronSchedule(expression, zone, rules, dialect.read(expression, job));
    }

    /** Likewise, by the rules in force for the zone of that name. */
    public static CronSchedule parse(String expression, ZoneId zone, DstRules rules) {
        return parse(expression, Zones.named(zone.getId()), rules);
    }

    /** The next run strictly after the instant, however far; empty when there is none. */
    @Override
    public Optional<Instant> nextAfter(Instant instant) {
        return next(instant.getEpochSecond(), 1);
    }

    /** The next run at or after the instant, however far; empty when there is none. */
    @Override
    public Optional<Instant> firstAtOrAfter(Instant instant) {
        return next(instant.getEpochSecond(), instant.getNano() == 0 ? 0 : 1);
    }

    private Optional<Instant> next(long second, int plus) {
        if (second < EARLIEST || second > LATEST) { // outside, calendar arithmetic may overflow
            return Optional.empty();
        }
        long from = second + plus;
        long found = times.next(from, from + HORIZON.toSeconds());
        return found == ZonedTimes.NONE
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(found));
    }

    /**
     * The first run at or after the instant, for an expression somebody is about to save.
     *
     * @throws InvalidCron when it never runs again: all its runs are left out by changes of clocks
     */
    public Instant requireRun(Instant from) {
        return firstAtOrAfter(from)
                .orElseThrow(
                        () ->
                                new InvalidCron(
                                        InvalidCron.EXPRESSION,
                                        "The expression never runs in this time zone with these rules for"
                                                + " changes of clocks."));
    }

    /** The first runs at or after the instant, oldest first; fewer when no more come. */
    public List<Instant> preview(Instant from, int count) {
        List<Instant> runs = new ArrayList<>();
        Optional<Instant> run = count > 0 ? firstAtOrAfter(from) : Optional.empty();
        while (run.isPresent()) {
            runs.add(run.get());
            run = runs.size() < count ? nextAfter(run.get()) : Optional.empty();
        }
        return List.copyOf(runs);
    }

    /**
     * Whether it runs at this instant, or would do if times of day were an interval or the other
     * way round: what was planned when the spelling of an expression decided that still stands.
     */
    @Override
    public boolean standsAt(Instant planned) {
        long second = planned.getEpochSecond();
        return planned.getNano() == 0
                && (times.next(second, second) == second
                        || times(!isInterval()).next(second, second) == second);
    }

    /**
     * Whether it runs in every hour of its days, so that its rhythm goes on through changes of
     * clocks. Otherwise it names times of day, to which the rules apply.
     */
    @Override
    public boolean isInterval() {
        return fields.isInterval();
    }

    /**
     * How many runs each whole minute has that has any, where that is certain and more than one;
     * else 1. So runs of every second can be counted by the minute.
     */
    @Override
    public int runsInAMinute() {
        boolean wholeMinutes = zone.rules().getOffset(Instant.EPOCH).getTotalSeconds() % 60 == 0;
        return isInterval() && wholeMinutes ? fields.secondsOfAMinute() : 1;
    }

    /** What the expression says. */
    public CronFields fields() {
        return fields;
    }

    /** When the local day after that of an instant begins. */
    public Instant startOfDayAfter(Instant instant) {
        ZoneOffset offset = zone.rules().getOffset(instant);
        LocalDateTime start = LocalDate.ofInstant(instant, offset).plusDays(1).atStartOfDay();
        ZoneOffsetTransition change = zone.rules().getTransition(start);
        return change != null && change.isGap()
                ? change.getInstant()
                : start.toInstant(zone.rules().getOffset(start));
    }

    /** An English sentence that says when it runs, in local time of the zone. */
    public String description() {
        return CronSentence.of(fields);
    }

    /** An English sentence that says what it does when clocks change. */
    public String clockChanges() {
        return isInterval()
                ? "An interval: when clocks change its rhythm goes on in real time, whatever dstGap"
                        + " and dstOverlap say."
                : rules.sentence();
    }

    /** The expression as it was given. */
    public String expression() {
        return expression;
    }

    public PlanZone zone() {
        return zone;
    }

    public DstRules rules() {
        return rules;
    }

    @Override
    public String toString() {
        return expression + " " + zone;
    }
}
