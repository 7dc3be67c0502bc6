package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.state.occurrence.ErrorGroup;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Runs that ended otherwise than Completed and are not listed as failed, and listed ones that did
 * not. Whoever ends a run lists it in the same transaction.
 */
final class FailedListCheck implements Check {

    private static final int PAGE = 500;

    @Override
    public void run(Pass pass) {
        for (var slice : pass.scan(Slices::open)) {
            List<UUID> page;
            do {
                page = pass.scan(connection -> find(connection, slice));
                for (UUID id : page) {
                    pass.repair((connection, repaired) -> correct(connection, id, repaired));
                }
            } while (page.size() == PAGE);
        }
    }

    private static List<UUID> find(Connection connection, Slices.Slice slice) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select o.id from %s o
                          left join failed_occurrences f on f.occurrence_id = o.id
                         where o.id > ? and o.id < ?
                           and (o.state > 2 and f.state is distinct from o.state
                                   and not exists (select 1 from forgotten_failures g
                                                    where g.occurrence_id = o.id)
                                or o.state <= 2 and f.state is not null)
                         order by o.id limit ?"""
                                .formatted(slice.table()))) {
            statement.setObject(1, slice.from());
            statement.setObject(2, slice.end());
            statement.setInt(3, PAGE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
        }
        return ids;
    }

    private static void correct(Connection connection, UUID id, Pass.Repaired repaired)
            throws SQLException {
        var group = lock(connection, id);
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        with dropped as (
                            delete from failed_occurrences f using occurrences o
                             where o.id = ? and f.occurrence_id = o.id and o.state <= 2
                            returning o.job_id, 'It was listed as failed' as found,
                                      'it is no longer' as done),
                        listed as (
                            insert into failed_occurrences as f
                                   (occurrence_id, job_id, job_type, state, cause, attempts,
                                    ended_at, error_group, group_id)
                            select o.id, o.job_id, o.job_type, o.state,
                                   case o.state when 4 then 'cancelled' when 5 then 'timed-out'
                                                when 6 then 'unknown' else 'exhausted' end,
                                   greatest(o.attempt, 1), coalesce(o.ended_at, now()), ?, ?
                              from occurrences o
                             where o.id = ? and o.state > 2
                               and not exists (select 1 from forgotten_failures g
                                                where g.occurrence_id = o.id)
                                on conflict (occurrence_id) do update
                               set state = excluded.state, cause = excluded.cause,
                                   error_group = excluded.error_group,
                                   group_id = excluded.group_id
                             where f.state <> excluded.state
                            returning job_id, 'It had failed and was not listed so',
                                      'it is listed now')
                        select * from dropped union all select * from listed""")) {
            statement.setObject(1, id);
            statement.setString(2, group.text());
            statement.setString(3, group.id());
            statement.setObject(4, id);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    repaired.add(
                            NewRepair.ofRun(
                                    RepairKind.FAILED_LIST,
                                    row.getObject(1, UUID.class),
                                    id,
                                    row.getString(2),
                                    row.getString(3)));
                }
            }
        }
    }

    /** Locks a run and tells to which group of errors its failure belongs. */
    private static ErrorGroup lock(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "select state, error from occurrences where id = ? for no key update")) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return ErrorGroup.of(null, null);
                }
                return switch (OccurrenceState.of(row.getInt(1))) {
                    case CANCELLED -> ErrorGroup.CANCELLED;
                    case TIMED_OUT -> ErrorGroup.TIMED_OUT;
                    case UNKNOWN -> ErrorGroup.WORKER_LOST;
                    default -> ErrorGroup.of(null, row.getString(2));
                };
            }
        }
    }
}
