package io.milvaion.scheduler.run.dispatch;

import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.state.publish.RunDefinition;
import io.milvaion.scheduler.time.misfire.MisfirePolicy;
import io.milvaion.scheduler.time.timetable.Timetable;
import java.time.Instant;
import java.util.UUID;

/**
 * What dispatching needs of a job, as read together.
 *
 * @param definition for its runs; without data when the batch has no room for it: the job is left
 *     for the next pop
 * @param plannedAt its next planned instant in PostgreSQL; null when nothing is planned
 */
public record DueJob(
        RunDefinition definition,
        Instant plannedAt,
        boolean gated,
        Timetable timetable,
        MisfirePolicy misfirePolicy) {

    public UUID id() {
        return definition.jobId();
    }

    public int version() {
        return definition.version();
    }

    public String name() {
        return definition.jobName();
    }

    int dataLength() {
        return definition.data() == null ? 0 : definition.data().length();
    }

    OutgoingRun run(UUID occurrenceId, Instant planned) {
        return OutgoingRun.planned(occurrenceId, definition, planned);
    }
}
