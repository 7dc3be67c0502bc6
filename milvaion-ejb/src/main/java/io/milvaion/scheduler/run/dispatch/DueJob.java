package io.milvaion.scheduler.run.dispatch;

import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.time.misfire.MisfirePolicy;
import io.milvaion.scheduler.time.timetable.Timetable;
import java.time.Instant;
import java.util.UUID;

/**
 * What dispatching needs of a job, as read together.
 *
 * @param plannedAt its next planned instant in PostgreSQL; null when nothing is planned
 * @param data null when the batch has no room for it: the job is left for the next pop
 */
public record DueJob(
        UUID id,
        int version,
        Instant plannedAt,
        boolean gated,
        String name,
        String jobType,
        String workerGroup,
        Integer timeoutSeconds,
        String data,
        Timetable timetable,
        MisfirePolicy misfirePolicy) {

    OutgoingRun run(UUID occurrenceId, Instant planned) {
        return new OutgoingRun(
                occurrenceId,
                id,
                name,
                jobType,
                workerGroup,
                version,
                planned,
                1,
                1,
                false,
                timeoutSeconds,
                data);
    }
}
