package io.milvaion.scheduler.mend.operation;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.reach.Reach;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Statements of the leader's work on operations, within the caller's transaction. */
public final class OperationRows {

    /** So many failed items of an operation keep their reasons; the others are only counted. */
    static final int REASONS = 10_000;

    private static final int REASON_LENGTH = 1_000;

    /** Why an item of a job fails that is not reached. */
    public static final String OUT_OF_REACH = "It belongs to a job that is out of reach.";

    private OperationRows() {}

    /**
     * A waiting item.
     *
     * @param jobId null if it belongs to no job
     */
    public record Item(UUID id, UUID jobId) {}

    /** Those of some jobs that are reached. */
    public static Set<UUID> reached(Connection connection, Reach reach, Collection<UUID> jobs)
            throws SQLException {
        if (reach.isEverything()) {
            return Set.copyOf(jobs);
        }
        var select =
                Sql.of("select j.id from jobs j").where("j.id = any (:ids)").uuids("ids", jobs);
        return Set.copyOf(reach.narrow(select, "j.id").list(connection, row -> row.uuid("id")));
    }

    /** Operations with something to do, oldest first. */
    static List<BulkOperation> open(Connection connection) throws SQLException {
        return Sql.of("select " + BulkOperation.COLUMNS + " from operations o")
                .where("o.state in ('pending', 'running')")
                .then("order by o.id")
                .list(connection, BulkOperation::of);
    }

    /**
     * Reads waiting items in the order of their ids.
     *
     * @param after where the last step ended; null to begin with the first
     */
    public static List<Item> waiting(Connection connection, UUID id, UUID after, int limit)
            throws SQLException {
        return Sql.of("select i.item_id, i.job_id from operation_items i")
                .where("i.operation_id = :id", id)
                .where("i.state = 0")
                .where("i.item_id > :after", after)
                .then("order by i.item_id limit :limit")
                .with("limit", limit)
                .plannedEachTime()
                .list(connection, row -> new Item(row.uuid("item_id"), row.uuid("job_id")));
    }

    /**
     * Items are as it was wished.
     *
     * @return how many of them were waiting
     */
    public static int done(Connection connection, UUID id, Collection<UUID> items)
            throws SQLException {
        return items.isEmpty()
                ? 0
                : new Columns<>(
                                """
                                update operation_items i set state = 1
                                  from unnest(?::uuid[]) as u (id)
                                 where i.operation_id = ? and i.item_id = u.id and i.state = 0""",
                                items)
                        .uuids(item -> item)
                        .value(id)
                        .update(connection);
    }

    /** Items will not be, likewise. */
    public static int failed(Connection connection, UUID id, Map<UUID, String> reasons)
            throws SQLException {
        return reasons.isEmpty()
                ? 0
                : new Columns<>(
                                """
                                update operation_items i
                                   set state = 2, reason = case when o.failed < %d then u.value end
                                  from unnest(?::uuid[], ?::text[]) as u (id, value), operations o
                                 where o.id = ? and i.operation_id = o.id and i.item_id = u.id
                                   and i.state = 0"""
                                        .formatted(REASONS),
                                reasons.entrySet())
                        .uuids(Map.Entry::getKey)
                        .texts(e -> cut(e.getValue()))
                        .value(id)
                        .update(connection);
    }

    private static String cut(String reason) {
        return reason.length() <= REASON_LENGTH ? reason : reason.substring(0, REASON_LENGTH) + "…";
    }

    /**
     * Counts what a step has done; an operation of which nothing waits any more is completed, one
     * that was paused or cancelled meanwhile stays so.
     */
    public static BulkOperation count(Connection connection, UUID id, int done, int failed)
            throws SQLException {
        return Sql.of(
                        """
                        update operations o
                           set done = o.done + :done, failed = o.failed + :failed,
                               started_at = coalesce(o.started_at, now()),
                               state = case when o.state not in ('pending', 'running') then o.state
                                            when o.done + o.failed + :done + :failed = o.total
                                            then 'completed' else 'running' end,
                               ended_at = case when o.state in ('pending', 'running')
                                                and o.done + o.failed + :done + :failed = o.total
                                               then now() else o.ended_at end""")
                .with("done", done)
                .with("failed", failed)
                .where("o.id = :id", id)
                .then("returning " + BulkOperation.COLUMNS)
                .one(connection, BulkOperation::of);
    }

    /** Ends an operation that cannot go on; empty if it has ended already. */
    static Optional<BulkOperation> fail(Connection connection, UUID id, String reason)
            throws SQLException {
        return Sql.of(
                        """
                        update operations o
                           set state = 'failed', ended_because = :reason, ended_at = now()
                         where o.id = :id and o.state in ('pending', 'running')
                        returning\s"""
                                + BulkOperation.COLUMNS)
                .with("reason", reason)
                .with("id", id)
                .first(connection, BulkOperation::of);
    }
}
