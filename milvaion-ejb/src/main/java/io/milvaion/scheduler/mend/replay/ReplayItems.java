package io.milvaion.scheduler.mend.replay;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import io.milvaion.scheduler.ground.refusal.InvalidInput;
import io.milvaion.scheduler.ground.refusal.Violation;
import io.milvaion.scheduler.mend.deadletter.FailureFilter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Stores the items of a replay within the caller's transaction. */
final class ReplayItems {

    private ReplayItems() {}

    /** Returns how many there are. */
    static int insert(Connection connection, UUID id, ReplayRequest request) throws SQLException {
        return request.filter() == null
                ? insertNamed(connection, id, request)
                : insertFound(connection, id, request.filter());
    }

    private static int insertFound(Connection connection, UUID id, FailureFilter filter)
            throws SQLException {
        var select =
                Sql.of(
                                "insert into operation_items (operation_id, item_id, job_id)"
                                        + " select :operationId, f.occurrence_id, f.job_id"
                                        + " from failed_occurrences f")
                        .with("operationId", id);
        return filter.conditions(select).where("f.retried_as is null").update(connection);
    }

    private static int insertNamed(Connection connection, UUID id, ReplayRequest request)
            throws SQLException {
        var occurrenceIds = request.occurrenceIds();
        requireFailed(connection, occurrenceIds, request.reach());
        return Sql.of(
                        """
                        insert into operation_items (operation_id, item_id, job_id)
                        select :operationId, f.occurrence_id, f.job_id from failed_occurrences f
                         where f.occurrence_id = any (:ids)""")
                .with("operationId", id)
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
