package io.milvaion.scheduler.state.cancel;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.state.occurrence.ErrorGroup;
import io.milvaion.scheduler.state.occurrence.FailureCause;
import io.milvaion.scheduler.state.occurrence.OccurrenceJournal;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
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
        var ended = new ArrayList<UUID>();
        if (ids.isEmpty()) {
            return ended;
        }
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        with ended as (
                            update occurrences
                               set state = %1$d, stage = null, ended_at = now(), error = ?,
                                   cancel_requested_at = coalesce(cancel_requested_at, now())
                             where id = any (?) and id between ? and ? and state < 2
                            returning id, job_id, job_type, attempt),
                        listed as (
                            insert into failed_occurrences
                                (occurrence_id, job_id, job_type, state, cause, attempts, ended_at,
                                 error_group, group_id)
                            select id, job_id, job_type, %1$d, ?, attempt, now(), ?, ? from ended
                                on conflict do nothing),
                        counted as (
                            insert into run_counters (hour, state, count)
                            select date_trunc('hour', now(), 'UTC'), %1$d, count(*) from ended
                            having count(*) > 0
                                on conflict (hour, state)
                                do update set count = run_counters.count + excluded.count)
                        select id from ended"""
                                .formatted(OccurrenceState.CANCELLED.code()))) {
            new Columns<>(connection, statement, ids)
                    .value(reason)
                    .ids(id -> id)
                    .value(FailureCause.CANCELLED.code())
                    .value(ErrorGroup.CANCELLED.text())
                    .value(ErrorGroup.CANCELLED.id());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ended.add(row.getObject(1, UUID.class));
                }
            }
        }
        OccurrenceJournal.write(
                connection,
                ended.stream().map(id -> OccurrenceJournal.Line.cancelled(id, reason)).toList());
        return ended;
    }

    static boolean isHeld(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "select 1 from occurrences where id = ? and stage = ? for no key update")) {
            statement.setObject(1, id);
            statement.setInt(2, Stage.HELD.code());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
