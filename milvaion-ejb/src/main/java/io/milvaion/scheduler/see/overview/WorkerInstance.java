package io.milvaion.scheduler.see.overview;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A process that runs jobs.
 *
 * @param abandonedJobs attempts that were reported as ended and hold a slot all the same
 * @param refusing why it takes no work although it should, or null
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
        boolean alive,
        Instant startedAt,
        Instant lastSeenAt,
        String consumers) {

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
                row.flag("alive"),
                row.instant("started_at"),
                row.instant("last_seen_at"),
                row.text("consumers"));
    }
}
