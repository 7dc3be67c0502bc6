package io.milvaion.scheduler.trigger;

import io.milvaion.scheduler.job.JobNotFound;
import io.milvaion.scheduler.publish.Run;
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
 */
record Definition(
        UUID jobId,
        String name,
        String jobType,
        String workerGroup,
        int version,
        Integer timeoutSeconds,
        String data,
        Instant now) {

    /**
     * @throws JobNotFound if there is none or it was deleted
     */
    static Definition require(Connection connection, UUID jobId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select display_name, job_type, worker_group, version, timeout_seconds,
                               job_data, clock_timestamp()
                          from jobs where id = ? and deleted_at is null""")) {
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
                                .truncatedTo(ChronoUnit.MILLIS));
            }
        }
    }

    /**
     * @param ownData the run's own, or null for the job's
     */
    Run run(UUID occurrenceId, String ownData) {
        return new Run(
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
