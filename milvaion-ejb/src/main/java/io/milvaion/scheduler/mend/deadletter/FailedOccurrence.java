package io.milvaion.scheduler.mend.deadletter;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.state.ending.FailureCause;
import io.milvaion.scheduler.state.occurrence.InState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that ended otherwise than Completed.
 *
 * @param attemptsMade how many attempts
 * @param errorType class name of the failure, or null
 * @param group id of the group of similar errors
 * @param errorGroup what the errors of the group have in common
 * @param resolvedAt when somebody has dealt with it, or null
 * @param resolvedBy who did
 * @param retriedAs the run that repeats this one, or null
 */
public record FailedOccurrence(
        UUID occurrenceId,
        UUID jobId,
        String jobName,
        String jobType,
        OccurrenceState state,
        FailureCause cause,
        int attemptsMade,
        Instant endedAt,
        @Nullable String errorType,
        String group,
        String errorGroup,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Nullable String note,
        @Nullable UUID retriedAs)
        implements InState {

    static FailedOccurrence of(Row row) throws SQLException {
        return new FailedOccurrence(
                row.uuid("occurrence_id"),
                row.uuid("job_id"),
                row.text("display_name"),
                row.text("job_type"),
                OccurrenceState.of(row.integer("state")),
                FailureCause.BY_CODE.get(row.text("cause")),
                row.integer("attempts"),
                row.instant("ended_at"),
                row.text("error_type"),
                row.text("group_id"),
                row.text("error_group"),
                row.instant("resolved_at"),
                row.text("resolved_by"),
                row.text("note"),
                row.uuid("retried_as"));
    }
}
