package io.milvaion.scheduler.time.advice;

import io.milvaion.scheduler.time.cron.InvalidCron;
import io.milvaion.scheduler.time.dialect.CronDialect;
import io.milvaion.scheduler.time.dialect.DialectFaults;
import io.milvaion.scheduler.time.timetable.CronSchedule;
import io.milvaion.scheduler.time.zone.DstRules;
import io.milvaion.scheduler.time.zone.PlanZone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What somebody should know who is about to save an expression.
 *
 * @param dialects in which it is refused or means something else
 * @param notes sentences: what follows from it, and where the owner of its dialect is wrong
 */
public record CronAdvice(List<DialectDifference> dialects, List<String> notes) {

    /**
     * @param job null when there is none yet
     * @param from where differences and days are looked for
     * @throws InvalidCron when the expression is wrong in its dialect
     */
    public static CronAdvice of(
            CronDialect dialect,
            String expression,
            UUID job,
            PlanZone zone,
            DstRules rules,
            Instant from) {
        var schedule = CronSchedule.parse(dialect, expression, job, zone, rules);
        List<String> notes = new ArrayList<>(Consequences.of(schedule, from));
        notes.addAll(DialectFaults.of(dialect, expression));
        if (job == null && schedule.fields().hashed()) {
            notes.add("H depends on the id of the job: these runs are an example.");
        }
        return new CronAdvice(
                DialectDifferences.of(dialect, expression, job, zone, rules, from),
                List.copyOf(notes));
    }
}
