package io.milvaion.scheduler.job.plan;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.index.RunIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Brings the index in Redis up to date with edited jobs. {@code synced_version} says which edit
 * Redis has seen; whoever finds it behind {@code definition_version} repeats the update.
 */
@ApplicationScoped
public class ScheduleSync {

    private static final System.Logger LOG = System.getLogger(ScheduleSync.class.getName());

    @Inject Database database;
    @Inject RunIndex index;

    private record Unsynced(UUID jobId, int version, Instant nextRunAt) {

        static Unsynced of(Row row) throws SQLException {
            return new Unsynced(
                    row.uuid("job_id"),
                    row.integer("definition_version"),
                    row.instant("next_run_at"));
        }
    }

    /**
     * Does it at once for a job just saved; while Redis is away the leader does it later.
     *
     * @return whether Redis has it
     */
    public boolean sync(UUID jobId) {
        try {
            // another edit may come between reading and marking: then the new row is written, too
            for (var row = find(jobId); row != null; row = find(jobId)) {
                sync(row);
            }
            return true;
        } catch (JedisException e) {
            LOG.log(System.Logger.Level.DEBUG, "job {0} is indexed later: {1}", jobId, e);
            return false;
        }
    }

    /**
     * Does it for jobs that were left behind; called by the leader each second.
     *
     * @return how many were brought up to date; as many as {@code limit} means there may be more
     * @throws JedisException if Redis does not answer
     */
    public int syncUnsynced(int limit) {
        var rows =
                database.autocommit(
                        connection ->
                                unsynced()
                                        .then("order by job_id limit :limit")
                                        .with("limit", limit)
                                        .list(connection, Unsynced::of));
        rows.forEach(this::sync);
        return rows.size();
    }

    private void sync(Unsynced row) {
        index.plan(row.jobId(), row.nextRunAt());
        database.autocommit(connection -> mark(connection, row));
    }

    private Unsynced find(UUID jobId) {
        return database.autocommit(
                connection ->
                        unsynced()
                                .where("job_id = :jobId", jobId)
                                .first(connection, Unsynced::of)
                                .orElse(null));
    }

    private static Sql unsynced() {
        return Sql.of("select job_id, definition_version, next_run_at from job_schedule")
                .where("synced_version <> definition_version");
    }

    private static int mark(Connection connection, Unsynced row) throws SQLException {
        return Sql.of(
                        """
                        update job_schedule set synced_version = definition_version
                         where job_id = :jobId and definition_version = :version""")
                .with("jobId", row.jobId())
                .with("version", row.version())
                .update(connection);
    }
}
