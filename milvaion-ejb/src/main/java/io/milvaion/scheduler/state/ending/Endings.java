package io.milvaion.scheduler.state.ending;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.occurrence.OccurrenceJournal;
import io.milvaion.scheduler.state.occurrence.States;
import io.milvaion.scheduler.state.tally.UntalliedRuns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Ends runs that no worker has, within the caller's transaction. */
final class Endings {

    private Endings() {}

    /**
     * Makes those of the runs Cancelled that are not final.
     *
     * @return them
     */
    static List<UUID> cancel(Connection connection, Collection<UUID> ids, String reason)
            throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        var cancelled =
                new Columns<>(
                                """
                                update occurrences
                                   set state = ?, stage = null, ended_at = now(), error = ?,
                                       cancel_requested_at = coalesce(cancel_requested_at, now()),
                                       abandoned_at = null, abandoned_state = null,
                                       abandoned_retries = null
                                 where id = any (?) and id between ? and ? and %s
                                returning id, job_id, job_type, attempt, ended_at"""
                                        .formatted(States.OPEN),
                                ids)
                        .value(OccurrenceState.CANCELLED.code())
                        .value(reason)
                        .ids(id -> id)
                        .list(connection, row -> cancelled(row, reason));
        UntalliedRuns.write(connection, cancelled.stream().map(FailedRun::fact).toList());
        RunCounters.count(
                connection,
                cancelled.stream()
                        .map(run -> new RunCounters.End(run.endedAt(), run.state()))
                        .toList());
        FailedRuns.list(connection, cancelled);
        var ended = cancelled.stream().map(FailedRun::id).toList();
        OccurrenceJournal.write(
                connection,
                ended.stream().map(id -> OccurrenceJournal.Line.cancelled(id, reason)).toList());
        return ended;
    }

    private static FailedRun cancelled(Row row, String reason) throws SQLException {
        return new FailedRun(
                row.uuid("id"),
                row.uuid("job_id"),
                row.text("job_type"),
                OccurrenceState.CANCELLED,
                FailureCause.CANCELLED,
                row.integer("attempt"),
                row.instant("ended_at"),
                null,
                reason);
    }

    static boolean isHeld(Connection connection, UUID id) throws SQLException {
        return Sql.of(
                        "select 1 from occurrences where id = :id and %s for no key update"
                                .formatted(States.HELD))
                .with("id", id)
                .found(connection);
    }
}
