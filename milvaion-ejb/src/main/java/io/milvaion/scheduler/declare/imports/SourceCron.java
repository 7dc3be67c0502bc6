package io.milvaion.scheduler.declare.imports;

import io.milvaion.scheduler.declare.rule.ClockRules;
import io.milvaion.scheduler.declare.rule.ClockRules.Gap;
import io.milvaion.scheduler.declare.rule.CronRule;
import io.milvaion.scheduler.declare.rule.CronStyle;
import io.milvaion.scheduler.declare.rule.SourceRule;
import io.milvaion.scheduler.time.zone.PlanZone;
import io.milvaion.scheduler.time.zone.Zones;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Supplier;

/** Gives entries what they run by: an expression in a zone. */
final class SourceCron {

    private SourceCron() {}

    static void put(SourceJob job, String expression, CronStyle style, PlanZone zone) {
        put(job, expression, dialect(style), zone, () -> CronRule.of(expression, style, zone));
    }

    /**
     * @param dialect of ours that reads the expression
     */
    static void put(
            SourceJob job,
            String expression,
            String dialect,
            PlanZone zone,
            Supplier<SourceRule> rule) {
        job.set("cronExpression", expression).set("cronDialect", dialect);
        job.set("timeZone", zone.name()).runsBy(rule);
        if (job.rule() != null) {
            job.rule().clocks().ifPresent(clocks -> put(job, clocks));
        }
    }

    private static void put(SourceJob job, ClockRules clocks) {
        job.set("dstGap", clocks.gap() == Gap.SKIPPED ? "skip" : "shift");
        job.set("dstOverlap", clocks.overlap().name().toLowerCase(Locale.ROOT));
    }

    private static String dialect(CronStyle style) {
        return switch (style) {
            case UNIX -> "unix";
            case ROBFIG -> "kubernetes";
            case QUARTZ -> "quartz";
            case SPRING -> "spring";
            case JOB_RUNR, CRONOS -> "milvaion";
        };
    }

    /**
     * The zone of a name.
     *
     * @param name null or empty for the one of the machine, which the entry is told
     */
    static PlanZone zone(SourceJob job, String name, SourceInput input) {
        if (name == null || name.isBlank()) {
            job.info(
                    "time zone",
                    "It names none and goes by the clock of its machine: read as "
                            + input.zone().name()
                            + ".");
            return input.zone();
        }
        try {
            return Zones.named(name);
        } catch (DateTimeException e) {
            if (ZoneId.SHORT_IDS.containsKey(name)) { // such as PST, which Java once had
                return zone(job, ZoneId.SHORT_IDS.get(name), input);
            }
            job.refuse("There is no time zone " + name + " in the rules of this node.");
            return input.zone();
        }
    }
}
