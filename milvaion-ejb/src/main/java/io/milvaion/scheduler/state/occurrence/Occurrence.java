package io.milvaion.scheduler.state.occurrence;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One planned or triggered run, as people see it in lists: what may be long, its data, result and
 * error, only its own page shows.
 *
 * @param plannedAt the planned instant; when it was triggered, if manual
 * @param endedAt when it became final
 * @param abandonedAt since when its attempt counts as ended although its job goes on and is waited
 *     for; null unless it is running
 * @param durationMs of the last attempt
 * @param stage what a queued run waits for; null for any other
 * @param attempt the present or last attempt, from 1
 * @param retryOf the failed occurrence that this one repeats, or null
 * @param triggeredBy name of whoever has triggered it; null by schedule
 * @param triggeredByKey name of the key that they used, or null
 * @param progress percent of the present or last attempt, or null if it has told none; 100 if the
 *     run is completed
 */
public record Occurrence(
        UUID id,
        UUID jobId,
        String jobName,
        String jobType,
        int jobVersion,
        Instant plannedAt,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant availableAt,
        @Nullable Instant cancelRequestedAt,
        @Nullable Instant abandonedAt,
        @Nullable Long durationMs,
        OccurrenceState state,
        @Nullable Stage stage,
        int attempt,
        boolean manual,
        @Nullable String triggeredBy,
        @Nullable String triggeredByKey,
        @Nullable UUID retryOf,
        @Nullable String workerGroup,
        @Nullable String workerInstance,
        @Nullable Integer progress,
        @Nullable String progressText)
        implements InState {

    static final String COLUMNS =
            """
            o.id, o.job_id, j.display_name, o.job_type, o.job_version, o.planned_at, o.created_at,
            o.published_at, o.started_at, o.ended_at, o.available_at, o.cancel_requested_at,
            o.duration_ms, o.state, o.stage, o.attempt, o.manual, o.triggered_by, o.triggered_by_key, o.retry_of,
            o.worker_group,
            o.worker_instance, o.progress, o.progress_text, o.abandoned_at""";

    static Occurrence of(Row row) throws SQLException {
        return new Occurrence(
                row.uuid("id"),
                row.uuid("job_id"),
                row.text("display_name"),
                row.text("job_type"),
                row.integer("job_version"),
                row.instant("planned_at"),
                row.instant("created_at"),
                row.instant("published_at"),
                row.instant("started_at"),
                row.instant("ended_at"),
                row.instant("available_at"),
                row.instant("cancel_requested_at"),
                row.instant("abandoned_at"),
                row.number("duration_ms"),
                OccurrenceState.of(row.integer("state")),
                Stage.of(row, "stage"),
                row.integer("attempt"),
                row.flag("manual"),
                row.text("triggered_by"),
                row.text("triggered_by_key"),
                row.uuid("retry_of"),
                row.text("worker_group"),
                row.text("worker_instance"),
                row.integer("progress"),
                row.text("progress_text"));
    }

    public OccurrenceSnapshot snapshot() {
        return new OccurrenceSnapshot(
                id,
                jobId,
                jobName,
                state,
                attempt,
                plannedAt,
                startedAt,
                endedAt,
                durationMs,
                progress,
                triggeredBy);
    }
}
