package io.milvaion.scheduler.see.overview;

import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that a worker has not ended.
 *
 * @param runningMs for how long, by PostgreSQL's clock
 * @param abandonedAt since when it was told to stop and has not, or null
 */
public record WorkerRun(
        UUID occurrenceId,
        UUID jobId,
        String jobName,
        int attempt,
        @Nullable Instant startedAt,
        @Nullable Long runningMs,
        @Nullable Instant abandonedAt) {

    static WorkerRun of(Row row) throws SQLException {
        return new WorkerRun(
                row.uuid("id"),
                row.uuid("job_id"),
                row.text("display_name"),
                row.integer("attempt"),
                row.instant("started_at"),
                row.number("running_ms"),
                row.instant("abandoned_at"));
    }
}
