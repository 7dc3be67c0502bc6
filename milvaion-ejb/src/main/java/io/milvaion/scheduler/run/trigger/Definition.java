package io.milvaion.scheduler.run.trigger;

import io.milvaion.scheduler.job.definition.JobNotFound;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.state.stop.DispatchState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What a triggered run takes from its job.
 *
 * @param now PostgreSQL's clock, whole milliseconds
 * @param dispatch whether an emergency stop refuses it
 */
record Definition(
        UUID jobId,
        String name,
        String jobType,
        String workerGroup,
        int version,
        Integer timeoutSeconds,
        String data,
        Instant now,
        DispatchState dispatch) {

    /**
     * @throws JobNotFound if there is none or it was deleted
     */
    static Definition require(Connection connection, UUID jobId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select j.display_name, j.job_type, j.worker_group, j.version,
                               j.timeout_seconds, j.job_data, clock_timestamp(),
                               s.reason, s.stopped_by, s.stopped_at
                          from jobs j left join dispatch_stops s on s.resumed_at is null
                         where j.id = ? and j.deleted_at is null""")) {
            statement.setObject(1, jobId);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new JobNotFound(jobId);
                }
                return new Definition(
                        jobId,
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getObject(5, Integer.class),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class)
                                .toInstant()
                                .truncatedTo(ChronoUnit.MILLIS),
                        dispatch(row));
            }
        }
    }

    private static DispatchState dispatch(ResultSet row) throws SQLException {
        var stoppedAt = row.getObject(10, OffsetDateTime.class);
        return stoppedAt == null
                ? DispatchState.DISPATCHING
                : new DispatchState(
                        true, row.getString(8), row.getString(9), stoppedAt.toInstant());
    }

    /**
     * @param ownData the run's own, or null for the job's
     */
    OutgoingRun run(UUID occurrenceId, String ownData) {
        return new OutgoingRun(
                occurrenceId,
                jobId,
                name,
                jobType,
                workerGroup,
                version,
                now,
                1,
                1,
                true,
                timeoutSeconds,
                ownData == null ? data : ownData);
    }
}
