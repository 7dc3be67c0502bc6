package io.milvaion.scheduler.run.trigger;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.state.stop.DispatchState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
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
     * @throws NotFound if there is none or it was deleted
     */
    static Definition require(Connection connection, UUID jobId) throws SQLException {
        return Sql.of(
                        """
                        select j.display_name, j.job_type, j.worker_group, j.version,
                               j.timeout_seconds, j.job_data, clock_timestamp() as now,
                               s.reason, s.stopped_by, s.stopped_at
                          from jobs j left join dispatch_stops s on s.resumed_at is null
                         where j.id = :id and j.deleted_at is null""")
                .with("id", jobId)
                .first(
                        connection,
                        row ->
                                new Definition(
                                        jobId,
                                        row.text("display_name"),
                                        row.text("job_type"),
                                        row.text("worker_group"),
                                        row.integer("version"),
                                        row.integer("timeout_seconds"),
                                        row.text("job_data"),
                                        row.instant("now").truncatedTo(ChronoUnit.MILLIS),
                                        dispatch(row)))
                .orElseThrow(() -> new NotFound(NotFound.What.JOB, jobId));
    }

    private static DispatchState dispatch(Row row) throws SQLException {
        var stoppedAt = row.instant("stopped_at");
        return stoppedAt == null
                ? DispatchState.DISPATCHING
                : new DispatchState(true, row.text("reason"), row.text("stopped_by"), stoppedAt);
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
