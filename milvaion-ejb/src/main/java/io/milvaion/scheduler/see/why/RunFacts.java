package io.milvaion.scheduler.see.why;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a run.
 *
 * @param stage null unless it is queued
 * @param abandonedAt since when the job of its ended attempt is waited for, or null
 * @param error the beginning of its last error, or null
 * @param workerSeenAt when the worker that has it was last seen; null if none has it or is known
 * @param heldBefore how many held runs of its job are released before it
 */
record RunFacts(
        UUID id,
        UUID jobId,
        String jobType,
        String workerGroup,
        OccurrenceState state,
        Stage stage,
        int attempt,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt,
        Instant availableAt,
        Instant cancelRequestedAt,
        Instant abandonedAt,
        String worker,
        Instant workerSeenAt,
        String error,
        int heldBefore) {

    static Optional<RunFacts> read(Connection connection, UUID id) throws SQLException {
        return Sql.of(
                        """
                        select o.id, o.job_id, o.job_type, o.worker_group, o.state, o.stage, o.attempt,
                               o.created_at, o.started_at, o.ended_at, o.available_at,
                               o.cancel_requested_at, o.abandoned_at,
                               o.worker_instance, w.last_seen_at,
                               left(coalesce(o.error, a.error), 500) as error,
                               (select count(*)::int from held_runs h
                                 where h.job_id = o.job_id and h.occurrence_id < o.id) as held_before
                          from occurrences o
                          left join workers w on w.instance_id = o.worker_instance
                          left join lateral (select error from attempts
                                              where occurrence_id = o.id
                                              order by attempt desc limit 1) a on true""")
                .where("o.id = :id", id)
                .first(connection, RunFacts::of);
    }

    private static RunFacts of(Row row) throws SQLException {
        Integer stage = row.integer("stage");
        return new RunFacts(
                row.uuid("id"),
                row.uuid("job_id"),
                row.text("job_type"),
                row.text("worker_group"),
                OccurrenceState.of(row.integer("state")),
                stage == null ? null : Stage.of(stage),
                row.integer("attempt"),
                row.instant("created_at"),
                row.instant("started_at"),
                row.instant("ended_at"),
                row.instant("available_at"),
                row.instant("cancel_requested_at"),
                row.instant("abandoned_at"),
                row.text("worker_instance"),
                row.instant("last_seen_at"),
                row.text("error"),
                row.integer("held_before"));
    }

    /** The first line of the error, to follow a sentence; empty if there is none. */
    String afterError() {
        return error == null || error.isBlank() ? "" : ": " + error.lines().findFirst().orElse("");
    }
}
