package io.milvaion.scheduler.see.overview;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.run.worker.WorkerDrain;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A process that runs jobs.
 *
 * @param abandonedJobs attempts that were reported as ended and hold a slot all the same
 * @param refusing why it takes no work although it should, or null
 * @param draining whether it obeys an order to drain; null if it has never said that it knows them
 * @param lagMs how long its last heartbeat took to get here, or null
 * @param drain the order that concerns it, its own before that of its group; or null
 * @param alive whether it was heard of within the last 30 s
 * @param consumers the text of a JSON array: the job types that it runs
 */
public record WorkerInstance(
        String instanceId,
        String workerGroup,
        String host,
        String version,
        int maxParallelJobs,
        int runningJobs,
        int abandonedJobs,
        String refusing,
        boolean stopping,
        Boolean draining,
        Integer lagMs,
        WorkerDrain drain,
        boolean alive,
        Instant startedAt,
        Instant lastSeenAt,
        String consumers) {

    /** What to make of it. */
    public WorkerState state() {
        if (!alive) {
            return WorkerState.STALE;
        }
        if (drain == null) {
            return WorkerState.ACTIVE;
        }
        boolean obeys = draining != null && draining;
        return obeys && runningJobs == 0 ? WorkerState.DRAINED : WorkerState.DRAINING;
    }

    static WorkerInstance of(Row row) throws SQLException {
        return new WorkerInstance(
                row.text("instance_id"),
                row.text("worker_group"),
                row.text("host"),
                row.text("version"),
                row.integer("max_parallel_jobs"),
                row.integer("running_jobs"),
                row.integer("abandoned_jobs"),
                row.text("refusing"),
                row.flag("stopping"),
                obeys(row),
                row.integer("lag_ms"),
                row.uuid("id") == null ? null : drain(row),
                row.flag("alive"),
                row.instant("started_at"),
                row.instant("last_seen_at"),
                row.text("consumers"));
    }

    private static Boolean obeys(Row row) throws SQLException {
        var code = row.integer("obeys");
        return code == null ? null : (Boolean) (code == 1);
    }

    private static WorkerDrain drain(Row row) throws SQLException {
        boolean ofGroup = row.flag("of_group");
        return new WorkerDrain(
                row.uuid("id"),
                ofGroup ? null : row.text("instance_id"),
                ofGroup ? row.text("worker_group") : null,
                row.text("reason"),
                row.text("drained_by"),
                row.instant("drained_at"),
                row.instant("ends_at"));
    }
}
