package io.milvaion.scheduler.reconcile;

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
        lock(connection, id);
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
                                   (occurrence_id, job_id, state, ended_at, error_group)
                            select o.id, o.job_id, o.state, coalesce(o.ended_at, now()),
                                   case o.state
                                   when 4 then 'cancelled'
                                   when 5 then 'timed out'
                                   when 6 then 'worker lost'
                                   else coalesce(nullif(left(split_part(o.error, E'\\n', 1), 200), ''),
                                                 'failed') end
                              from occurrences o
                             where o.id = ? and o.state > 2
                                on conflict (occurrence_id) do update
                               set state = excluded.state
                             where f.state <> excluded.state
                            returning job_id, 'It had failed and was not listed so',
                                      'it is listed now')
                        select * from dropped union all select * from listed""")) {
            statement.setObject(1, id);
            statement.setObject(2, id);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    repaired.add(
                            Made.ofRun(
                                    RepairKind.FAILED_LIST,
                                    row.getObject(1, UUID.class),
                                    id,
                                    row.getString(2),
                                    row.getString(3)));
                }
            }
        }
    }

    private static void lock(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "select 1 from occurrences where id = ? for no key update")) {
            statement.setObject(1, id);
            statement.execute();
        }
    }
}
