package io.milvaion.web.job.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.job.definition.ScheduleKind;
import io.milvaion.web.ground.json.Fields;

/**
 * The field {@code schedule}. It follows from {@code cronExpression} and {@code executeAt}, and may
 * be left out with them; without either it must say {@code none}, so that no job lacks a schedule
 * because somebody has forgotten it.
 */
final class ScheduleField {

    static final String NAME = "schedule";
    private static final Words<ScheduleKind> KINDS = Words.of(ScheduleKind.class);

    private ScheduleField() {}

    /** Checks that it says what the fields beside it say. */
    static void check(Fields fields) {
        var said = fields.word(NAME, KINDS, null);
        boolean cron = fields.has("cronExpression");
        boolean once = fields.has("executeAt");
        if (said == null) {
            if (!cron && !once && !fields.has(NAME)) {
                fields.wrong(
                        NAME,
                        "One of cronExpression and executeAt is required, or \"none\" here for a"
                                + " job that runs only when it is triggered.");
            }
        } else if (said == ScheduleKind.NONE && (cron || once)) {
            fields.wrong(NAME, "\"none\" goes with cronExpression null and executeAt null only.");
        } else if (said == ScheduleKind.CRON && !cron) {
            fields.wrong(NAME, "\"cron\" goes with a cronExpression.");
        } else if (said == ScheduleKind.ONCE && !once) {
            fields.wrong(NAME, "\"once\" goes with an executeAt.");
        }
    }

    /** Adds it to a definition that a patch leaves without another schedule. */
    static void keep(ObjectNode patched, ObjectNode patch, JobDefinition before) {
        if (!patch.has(NAME)
                && before.schedule() == ScheduleKind.NONE
                && !patched.hasNonNull("cronExpression")
                && !patched.hasNonNull("executeAt")) {
            patched.put(NAME, Words.of(ScheduleKind.NONE));
        }
    }

    /** Adds it to a definition where it must not be left out. */
    static void write(ObjectNode definition, JobDefinition job) {
        if (job.schedule() == ScheduleKind.NONE) {
            definition.put(NAME, Words.of(ScheduleKind.NONE));
        }
    }
}
