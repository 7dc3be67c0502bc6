package io.milvaion.scheduler.time.advice;

import io.milvaion.scheduler.time.cron.InvalidCron;
import io.milvaion.scheduler.time.dialect.CronDialect;
import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.PlanZone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the same text means in the other dialects, with the same zone and rules for changes of
 * clocks: so that only the texts are compared.
 */
public final class DialectDifferences {

    /** So many runs are compared, if not whole days can be. */
    private static final int LOOKS = 20_000;

    private final CronSchedule ours;
    private final Instant from;

    private DialectDifferences(CronSchedule ours, Instant from) {
        this.ours = ours;
        this.from = from;
    }

    /**
     * Those in which it is refused or means something else, in the order of {@link CronDialect}.
     *
     * @param dialect the one that is meant
     * @param job null for an example
     * @param from where the search for the first difference begins
     * @throws InvalidCron when the expression is wrong in the dialect that is meant
     */
    public static List<DialectDifference> of(
            CronDialect dialect,
            String expression,
            UUID job,
            PlanZone zone,
            DstRules rules,
            Instant from) {
        var ours = CronSchedule.parse(dialect, expression, job, zone, rules);
        var differences = new DialectDifferences(ours, from);
        List<DialectDifference> found = new ArrayList<>();
        for (CronDialect other : CronDialect.values()) {
            if (other != dialect) {
                try {
                    var theirs = CronSchedule.parse(other, expression, job, zone, rules);
                    differences.with(other, theirs).ifPresent(found::add);
                } catch (InvalidCron e) {
                    found.add(DialectDifference.refused(other, e.getMessage()));
                }
            }
        }
        return List.copyOf(found);
    }

    private Optional<DialectDifference> with(CronDialect dialect, CronSchedule theirs) {
        if (theirs.fields().equals(ours.fields())) {
            return Optional.empty();
        }
        boolean sameTimes = ours.fields().hasTimesOf(theirs.fields());
        Instant at = from;
        for (int i = 0; i < LOOKS; i++) {
            Optional<Instant> here = ours.firstAtOrAfter(at);
            Optional<Instant> there = theirs.firstAtOrAfter(at);
            if (!here.equals(there)) {
                return Optional.of(difference(dialect, theirs, here, there));
            }
            if (here.isEmpty()) {
                return Optional.empty();
            }
            at = sameTimes ? ours.startOfDayAfter(here.get()) : here.get().plusSeconds(1);
        }
        return Optional.empty();
    }

    private static DialectDifference difference(
            CronDialect dialect,
            CronSchedule theirs,
            Optional<Instant> here,
            Optional<Instant> there) {
        boolean runsHere =
                here.isPresent() && (there.isEmpty() || here.get().isBefore(there.get()));
        Instant first = (runsHere ? here : there).orElseThrow();
        return DialectDifference.other(dialect, theirs.description(), first, runsHere);
    }
}
