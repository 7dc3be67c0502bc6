package io.milvaion.scheduler.declare.imports;

import io.milvaion.scheduler.declare.rule.CronRule;
import io.milvaion.scheduler.declare.rule.CronStyle;
import io.milvaion.scheduler.time.zone.PlanZone;

/** Expressions of JobRunr: five fields, or six; a day may match either field. */
final class JobRunrCron {

    private JobRunrCron() {}

    static void put(SourceJob job, String expression, PlanZone zone) {
        var fields = expression.strip().split("\\s+");
        boolean secondIsZero = fields.length == 6 && fields[0].matches("0+");
        boolean five = fields.length == 5 || secondIsZero;
        if (!five && isEither(fields)) {
            job.refuse(
                    "Seconds together with days that match either of two fields: there is no"
                            + " dialect for that.");
            return;
        }
        var ours = secondIsZero ? expression.strip().replaceFirst("\\S+\\s+", "") : expression;
        SourceCron.put(
                job,
                ours,
                five ? "unix" : "milvaion",
                zone,
                () -> CronRule.of(expression, CronStyle.JOB_RUNR, zone));
        job.changed(
                "clocks going forward",
                "A time that is left out runs later by as much there, at the end of the gap here.");
    }

    private static boolean isEither(String[] fields) {
        return fields.length == 6 && !fields[3].startsWith("*") && !fields[5].startsWith("*");
    }
}
