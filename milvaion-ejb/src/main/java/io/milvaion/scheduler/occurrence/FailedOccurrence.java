package io.milvaion.scheduler.occurrence;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A run that ended otherwise than Completed.
 *
 * @param errorGroup the same for failures of the same kind
 */
public record FailedOccurrence(
        UUID occurrenceId,
        UUID jobId,
        String jobName,
        int state,
        String stateName,
        Instant endedAt,
        String errorGroup) {

    static FailedOccurrence of(Row row) throws SQLException {
        int state = row.integer("state");
        return new FailedOccurrence(
                row.uuid("occurrence_id"),
                row.uuid("job_id"),
                row.text("display_name"),
                state,
                OccurrenceState.of(state).name(),
                row.instant("ended_at"),
                row.text("error_group"));
    }
}
