package io.milvaion.web.job.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.milvaion.scheduler.ground.word.Words;
import io.milvaion.scheduler.job.definition.JobDefinition;
import io.milvaion.scheduler.job.definition.ScheduleKind;
import io.milvaion.web.ground.json.Fields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The field {@code schedule}. It follows from the field that holds the schedule, and may be left
 * out with that; without any it must say {@code none}, so that no job lacks a schedule because
 * somebody has forgotten it.
 */
public final class ScheduleField {

    static final String NAME = "schedule";
    private static final Words<ScheduleKind> KINDS = Words.of(ScheduleKind.class);

    /** The field that holds a schedule of each kind, in the order in which people are told. */
    private static final Map<ScheduleKind, String> HOLDERS =
            new EnumMap<>(
                    Map.of(
                            ScheduleKind.CRON, "cronExpression",
                            ScheduleKind.EVERY, "every",
                            ScheduleKind.DELAY, "delay",
                            ScheduleKind.RRULE, "rrule",
                            ScheduleKind.ONCE, "executeAt"));

    private ScheduleField() {}

    /** The fields of which one is required, and this one that says that there is none. */
    public static List<String> ways() {
        var ways = new ArrayList<>(HOLDERS.values());
        ways.add(NAME);
        return ways;
    }

    /** Checks that it says what the fields beside it say. */
    static void check(Fields fields) {
        var said = fields.word(NAME, KINDS, null);
        boolean any = HOLDERS.values().stream().anyMatch(fields::has);
        if (said == null) {
            if (!any && !fields.has(NAME)) {
                fields.wrong(
                        NAME,
                        "One of "
                                + String.join(", ", HOLDERS.values())
                                + " is required, or \"none\" here for a job that runs only when it"
                                + " is triggered.");
            }
        } else if (said == ScheduleKind.NONE && any) {
            var given = HOLDERS.values().stream().filter(fields::has).findFirst().orElseThrow();
            fields.wrong(NAME, "\"none\" does not go with " + given + ".");
        } else if (said != ScheduleKind.NONE && !fields.has(HOLDERS.get(said))) {
            fields.wrong(NAME, "\"" + Words.of(said) + "\" goes with " + HOLDERS.get(said) + ".");
        }
    }

    /** Adds it to a definition that a patch leaves without another schedule. */
    static void keep(ObjectNode patched, ObjectNode patch, JobDefinition before) {
        if (!patch.has(NAME)
                && before.schedule().kind() == ScheduleKind.NONE
                && HOLDERS.values().stream().noneMatch(patched::hasNonNull)) {
            patched.put(NAME, Words.of(ScheduleKind.NONE));
        }
    }

    /** Adds it to a definition where it must not be left out. */
    static void write(ObjectNode definition, JobDefinition job) {
        if (job.schedule().kind() == ScheduleKind.NONE) {
            definition.put(NAME, Words.of(ScheduleKind.NONE));
        }
    }
}
