package io.milvaion.scheduler.mend.replay;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.Violation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Stores a replay and its items within the caller's transaction. */
final class NewReplay {

    private NewReplay() {}

    static void insert(Connection connection, UUID id, ReplayRequest request) throws SQLException {
        Sql.of("set local statement_timeout = '5min'").update(connection); // for a million items
        insertRow(connection, id, request);
        int items =
                request.filter() == null
                        ? insertNamed(connection, id, request)
                        : insertFound(connection, id, request);
        Sql.of(
                        """
                        update replays
                           set total = :items, state = case :items when 0 then 'done' else state end,
                               ended_at = case :items when 0 then now() end
                         where id = :id""")
                .with("items", items)
                .with("id", id)
                .update(connection);
    }

    private static void insertRow(Connection connection, UUID id, ReplayRequest request)
            throws SQLException {
        Sql.of(
                        """
                        insert into replays (id, state, rate_per_second, data, patch,
                                             present_definition, filter, note, created_by)
                        values (:id, 'running', :ratePerSecond, :data, :patch,
                                :presentDefinition, :filter, :note, :createdBy)""")
                .with("id", id)
                .with("ratePerSecond", request.ratePerSecond())
                .with("data", request.data())
                .with("patch", request.patch())
                .with("presentDefinition", request.presentDefinition())
                .with("filter", request.filter() == null ? null : request.filter().toString())
                .with("note", request.note())
                .with("createdBy", request.actor())
                .update(connection);
    }

    private static int insertFound(Connection connection, UUID id, ReplayRequest request)
            throws SQLException {
        var select =
                Sql.of(
                                "insert into replay_items (replay_id, occurrence_id, job_id)"
                                        + " select :replayId, f.occurrence_id, f.job_id"
                                        + " from failed_occurrences f")
                        .with("replayId", id);
        return request.filter().conditions(select).where("f.retried_as is null").update(connection);
    }

    private static int insertNamed(Connection connection, UUID id, ReplayRequest request)
            throws SQLException {
        var occurrenceIds = request.occurrenceIds();
        requireFailed(connection, occurrenceIds, request.reach());
        return Sql.of(
                        """
                        insert into replay_items (replay_id, occurrence_id, job_id)
                        select :replayId, f.occurrence_id, f.job_id from failed_occurrences f
                         where f.occurrence_id = any (:ids)""")
                .with("replayId", id)
                .uuids("ids", occurrenceIds)
                .update(connection);
    }

    private static void requireFailed(Connection connection, List<UUID> occurrenceIds, Reach reach)
            throws SQLException {
        var violations = new ArrayList<Violation>();
        reach.bind(
                        Sql.of(
                                """
                        select u.position
                          from unnest(:ids::uuid[]) with ordinality as u (id, position)
                         where not exists (select 1 from failed_occurrences f
                                            where f.occurrence_id = u.id and %s)
                         order by u.position"""
                                        .formatted(reach.condition("f.job_id"))))
                .uuids("ids", occurrenceIds)
                .forEach(
                        connection,
                        row ->
                                violations.add(
                                        new Violation(
                                                "occurrenceIds["
                                                        + (row.number("position") - 1)
                                                        + "]",
                                                "This is not in the list of failed occurrences.")));
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }
}
