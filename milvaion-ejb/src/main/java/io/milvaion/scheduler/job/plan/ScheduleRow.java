package io.milvaion.scheduler.job.plan;

import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
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
        return Sql.of(
                        """
                        select next_run_at, last_planned_at
                          from job_schedule where job_id = :jobId for update""")
                .with("jobId", jobId)
                .one(
                        connection,
                        row ->
                                new ScheduleRow(
                                        jobId,
                                        row.instant("next_run_at"),
                                        row.instant("last_planned_at"),
                                        now(connection)));
    }

    public static Instant now(Connection connection) throws SQLException {
        return Sql.of("select clock_timestamp() as now")
                .one(connection, row -> row.instant("now").truncatedTo(ChronoUnit.MILLIS));
    }

    /** Plans a job whose row is written. */
    public static void insert(Connection connection, UUID jobId, Instant nextRunAt)
            throws SQLException {
        Sql.of(
                        """
                        insert into job_schedule (job_id, definition_version, next_run_at, gated,
                                                  delayed_runs)
                        select id, version, :nextRunAt, open_limit is not null,
                               num_nonnulls(:nextRunAt::timestamptz)
                          from jobs where id = :jobId""")
                .with("jobId", jobId)
                .with("nextRunAt", nextRunAt)
                .update(connection);
    }

    /** Writes what an edit decides; call it after each, because it carries the new version. */
    public void write(Connection connection, int version, Instant next) throws SQLException {
        Sql.of(
                        """
                        update job_schedule
                           set definition_version = :version, next_run_at = :next,
                               delayed_runs = case when next_run_at is not distinct from :next
                                                   then delayed_runs
                                                   else num_nonnulls(:next::timestamptz) end
                         where job_id = :jobId""")
                .with("version", version)
                .with("next", next)
                .with("jobId", jobId)
                .update(connection);
    }
}
