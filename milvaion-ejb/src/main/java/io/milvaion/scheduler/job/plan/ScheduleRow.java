package io.milvaion.scheduler.job.plan;

import io.milvaion.scheduler.job.definition.Job;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The locked row of a job in {@code job_schedule}.
 *
 * @param now PostgreSQL's clock after the lock was got, whole milliseconds
 */
public record ScheduleRow(UUID jobId, Instant nextRunAt, Instant lastPlannedAt, Instant now) {

    /**
     * Locks the row against dispatch, triggers and other edits. Stronger than {@code for no key
     * update}, so that triggers of jobs without a gate, which lock {@code for key share}, wait,
     * too.
     */
    public static ScheduleRow lock(Connection connection, UUID jobId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select next_run_at, last_planned_at
                          from job_schedule where job_id = ? for update""")) {
            statement.setObject(1, jobId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new ScheduleRow(jobId, instant(row, 1), instant(row, 2), now(connection));
            }
        }
    }

    public static Instant now(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select clock_timestamp()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return instant(row, 1).truncatedTo(ChronoUnit.MILLIS);
        }
    }

    public static void insert(Connection connection, Job job, Instant nextRunAt)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        insert into job_schedule (job_id, definition_version, next_run_at, gated)
                        values (?, ?, ?, ?)""")) {
            statement.setObject(1, job.id());
            statement.setInt(2, job.version());
            statement.setObject(3, timestamp(nextRunAt));
            statement.setBoolean(4, job.definition().needsGate());
            statement.executeUpdate();
        }
    }

    /** Writes what an edit decides; call it after each, because it carries the new version. */
    public void write(Connection connection, int version, Instant next) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        update job_schedule set definition_version = ?, next_run_at = ?
                         where job_id = ?""")) {
            statement.setInt(1, version);
            statement.setObject(2, timestamp(next));
            statement.setObject(3, jobId);
            statement.executeUpdate();
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime timestamp(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
