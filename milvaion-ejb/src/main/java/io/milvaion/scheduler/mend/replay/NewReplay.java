package io.milvaion.scheduler.mend.replay;

import io.milvaion.scheduler.ground.persistence.Select;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.Violation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Stores a replay and its items within the caller's transaction. */
final class NewReplay {

    private NewReplay() {}

    static void insert(Connection connection, UUID id, ReplayRequest request) throws SQLException {
        try (var patience = connection.createStatement()) { // a million items take a while
            patience.execute("set local statement_timeout = '5min'");
        }
        insertRow(connection, id, request);
        int items =
                request.filter() == null
                        ? insertNamed(connection, id, request.occurrenceIds())
                        : insertFound(connection, id, request);
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        update replays
                           set total = ?, state = case ? when 0 then 'done' else state end,
                               ended_at = case ? when 0 then now() end
                         where id = ?""")) {
            statement.setInt(1, items);
            statement.setInt(2, items);
            statement.setInt(3, items);
            statement.setObject(4, id);
            statement.executeUpdate();
        }
    }

    private static void insertRow(Connection connection, UUID id, ReplayRequest request)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        insert into replays (id, state, rate_per_second, data, patch, filter, note,
                                             created_by)
                        values (?, 'running', ?, ?, ?, ?, ?, ?)""")) {
            statement.setObject(1, id);
            statement.setInt(2, request.ratePerSecond());
            statement.setString(3, request.data());
            statement.setString(4, request.patch());
            statement.setString(5, request.filter() == null ? null : request.filter().toString());
            statement.setString(6, request.note());
            statement.setString(7, request.actor());
            statement.executeUpdate();
        }
    }

    private static int insertFound(Connection connection, UUID id, ReplayRequest request)
            throws SQLException {
        var select =
                new Select(
                        "insert into replay_items (replay_id, occurrence_id, job_id)"
                                + " select '"
                                + id
                                + "'::uuid, f.occurrence_id, f.job_id from failed_occurrences f");
        return request.filter().conditions(select).where("f.retried_as is null").update(connection);
    }

    private static int insertNamed(Connection connection, UUID id, List<UUID> occurrenceIds)
            throws SQLException {
        var ids = connection.createArrayOf("uuid", occurrenceIds.toArray());
        requireFailed(connection, occurrenceIds);
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        insert into replay_items (replay_id, occurrence_id, job_id)
                        select ?, f.occurrence_id, f.job_id from failed_occurrences f
                         where f.occurrence_id = any (?)""")) {
            statement.setObject(1, id);
            statement.setArray(2, ids);
            return statement.executeUpdate();
        }
    }

    private static void requireFailed(Connection connection, List<UUID> occurrenceIds)
            throws SQLException {
        var violations = new ArrayList<Violation>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select u.position
                          from unnest(?::uuid[]) with ordinality as u (id, position)
                         where not exists (select 1 from failed_occurrences f
                                            where f.occurrence_id = u.id)
                         order by u.position""")) {
            statement.setArray(1, connection.createArrayOf("uuid", occurrenceIds.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    violations.add(
                            new Violation(
                                    "occurrenceIds[" + (row.getInt(1) - 1) + "]",
                                    "This is not in the list of failed occurrences."));
                }
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }
}
