package io.milvaion.scheduler.state.cancel;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.occurrence.ErrorGroup;
import io.milvaion.scheduler.state.occurrence.FailureCause;
import io.milvaion.scheduler.state.occurrence.OccurrenceJournal;
import io.milvaion.scheduler.state.occurrence.States;
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
        var ended =
                new Columns<>(
                                """
                                with ended as (
                                    update occurrences
                                       set state = ?, stage = null, ended_at = now(), error = ?,
                                           cancel_requested_at = coalesce(cancel_requested_at, now())
                                     where id = any (?) and id between ? and ? and %s
                                    returning id, job_id, job_type, state, attempt),
                                listed as (
                                    insert into failed_occurrences
                                        (occurrence_id, job_id, job_type, state, cause, attempts, ended_at,
                                         error_group, group_id)
                                    select id, job_id, job_type, state, ?, attempt, now(), ?, ? from ended
                                        on conflict do nothing),
                                counted as (
                                    insert into run_counters (hour, state, count)
                                    select date_trunc('hour', now(), 'UTC'), state, count(*) from ended
                                     group by state
                                        on conflict (hour, state)
                                        do update set count = run_counters.count + excluded.count)
                                select id from ended"""
                                        .formatted(States.OPEN),
                                ids)
                        .value(OccurrenceState.CANCELLED.code())
                        .value(reason)
                        .ids(id -> id)
                        .value(FailureCause.CANCELLED.code())
                        .value(ErrorGroup.CANCELLED.text())
                        .value(ErrorGroup.CANCELLED.id())
                        .list(connection, row -> row.uuid("id"));
        OccurrenceJournal.write(
                connection,
                ended.stream().map(id -> OccurrenceJournal.Line.cancelled(id, reason)).toList());
        return ended;
    }

    static boolean isHeld(Connection connection, UUID id) throws SQLException {
        return Sql.of(
                        "select 1 from occurrences where id = :id and %s for no key update"
                                .formatted(States.HELD))
                .with("id", id)
                .found(connection);
    }
}
