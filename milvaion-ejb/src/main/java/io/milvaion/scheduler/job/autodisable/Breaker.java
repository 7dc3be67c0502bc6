package io.milvaion.scheduler.job.autodisable;

import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether a job is to be deactivated or enabled by the scheduler. The job is locked by whoever asks
 * and writes.
 *
 * @param tripped whether it is to be deactivated
 * @param enablesAt when it is to be enabled, or null
 * @param reason why it was tripped, for people
 */
public record Breaker(boolean tripped, Instant enablesAt, String reason) {

    private static final int LIMIT = 100;

    /** Finds jobs about which the scheduler has something to do, at most 100. */
    public static List<UUID> undone(Connection connection) throws SQLException {
        return Sql.of(
                        """
                        select job_id from job_failures
                         where (tripped_at is not null or enables_at is not null)
                           and (tripped_at is not null or enables_at <= now())""")
                .then("limit :limit")
                .with("limit", LIMIT)
                .list(connection, row -> row.uuid("job_id"));
    }

    /** Reads the breaker of a job without a lock; empty if it never failed. */
    public static Optional<Breaker> of(Connection connection, UUID jobId) throws SQLException {
        return Sql.of("select * from job_failures")
                .where("job_id = :jobId", jobId)
                .first(
                        connection,
                        row ->
                                new Breaker(
                                        row.instant("tripped_at") != null,
                                        row.instant("enables_at"),
                                        "%d consecutive failures, the last: %s"
                                                .formatted(
                                                        row.integer("failures"),
                                                        row.text("last_error"))));
    }

    /**
     * Notes that a job was deactivated.
     *
     * @param enableAfterSeconds or null: it stays so until somebody enables it
     */
    public static void disabled(
            Connection connection,
            UUID jobId,
            Instant now,
            String reason,
            Integer enableAfterSeconds)
            throws SQLException {
        Sql.of(
                        """
                        update job_failures
                           set tripped_at = null, disabled_at = :now, disabled_reason = :reason,
                               enables_at = :enablesAt
                         where job_id = :id""")
                .with("now", now)
                .with("reason", reason)
                .with(
                        "enablesAt",
                        enableAfterSeconds == null ? null : now.plusSeconds(enableAfterSeconds))
                .with("id", jobId)
                .update(connection);
    }

    /** Another cooldown of a job that is deactivated, from the time when it was. */
    public static void enableAfter(Connection connection, UUID jobId, Integer seconds)
            throws SQLException {
        Sql.of(
                        """
                        update job_failures
                           set enables_at = disabled_at + :seconds::int * interval '1 second'
                         where job_id = :id""")
                .with("seconds", seconds)
                .with("id", jobId)
                .update(connection);
    }

    /** There is nothing to deactivate. */
    public static void untrip(Connection connection, UUID jobId) throws SQLException {
        Sql.of("update job_failures set tripped_at = null where job_id = :id")
                .with("id", jobId)
                .update(connection);
    }

    /** The scheduler has nothing to do about this job any more; its failures still count. */
    public static void letGo(Connection connection, UUID jobId) throws SQLException {
        Sql.of(
                        """
                        update job_failures
                           set tripped_at = null, disabled_at = null, disabled_reason = null,
                               enables_at = null
                         where job_id = :id""")
                .with("id", jobId)
                .update(connection);
    }

    /** The failures of a job count from 0. */
    public static void reset(Connection connection, UUID jobId) throws SQLException {
        Sql.of(
                        """
                        update job_failures
                           set failures = 0, recent = '{}', last_error = null, tripped_at = null,
                               disabled_at = null, disabled_reason = null, enables_at = null
                         where job_id = :id""")
                .with("id", jobId)
                .update(connection);
    }
}
