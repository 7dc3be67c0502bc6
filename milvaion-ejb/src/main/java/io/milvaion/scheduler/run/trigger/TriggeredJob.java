package io.milvaion.scheduler.run.trigger;

import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.refusal.NotFound;
import io.milvaion.scheduler.state.occurrence.NamedVersion;
import io.milvaion.scheduler.state.publish.OutgoingRun;
import io.milvaion.scheduler.state.publish.RunDefinition;
import io.milvaion.scheduler.state.stop.DispatchState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A job of which a run is wanted.
 *
 * @param now PostgreSQL's clock, whole milliseconds
 * @param dispatch whether an emergency stop refuses it
 */
record TriggeredJob(RunDefinition definition, Instant now, DispatchState dispatch) {

    /**
     * @param version that the run is to use, or null for the present one
     * @throws NotFound if there is none or it was deleted
     */
    static TriggeredJob require(Connection connection, UUID jobId, Integer version)
            throws SQLException {
        return Sql.of(
                        """
                        select j.id as job_id, %s as job_version, %s as job_type,
                               %s as worker_group, %s as job_data, %s, clock_timestamp() as now, s.reason, s.stopped_by, s.stopped_at
                          from jobs j %s left join dispatch_stops s on s.resumed_at is null
                         where j.id = :id and j.deleted_at is null"""
                                .formatted(
                                        NamedVersion.NUMBER,
                                        NamedVersion.text("job_type"),
                                        NamedVersion.text("worker_group"),
                                        NamedVersion.text("job_data"),
                                        RunDefinition.NAMED,
                                        NamedVersion.join(":version::int")))
                .with("id", jobId)
                .with("version", version)
                .first(
                        connection,
                        row ->
                                new TriggeredJob(
                                        RunDefinition.of(row),
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
     * @param triggeredBy name of whoever wants it, or null for the scheduler
     */
    OutgoingRun run(UUID occurrenceId, String ownData, String triggeredBy) {
        var carried = ownData == null ? definition : definition.withData(ownData);
        return OutgoingRun.triggered(occurrenceId, carried, now, triggeredBy);
    }
}
