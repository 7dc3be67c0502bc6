package io.milvaion.scheduler.run.worker;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements on {@code worker_drains}, within the caller's transaction. */
final class DrainRows {

    private DrainRows() {}

    /** Enters it in place of the one that the instance or the group may have. */
    static void put(Connection connection, WorkerDrain drain) throws SQLException {
        Sql.of(
                        """
                        insert into worker_drains
                               (id, instance_id, worker_group, reason, drained_by, drained_at, ends_at)
                        values (:id, :instance, :group, :reason, :by, :at, :until)
                            on conflict (%s) do update
                           set id = excluded.id, reason = excluded.reason,
                               drained_by = excluded.drained_by, drained_at = excluded.drained_at,
                               ends_at = excluded.ends_at"""
                                .formatted(
                                        drain.instanceId() == null
                                                ? "worker_group"
                                                : "instance_id"))
                .with("id", drain.id())
                .with("instance", drain.instanceId())
                .with("group", drain.workerGroup())
                .with("reason", drain.reason())
                .with("by", drain.drainedBy())
                .with("at", drain.drainedAt())
                .with("until", drain.until())
                .update(connection);
        record(connection, "drain", drain, drain.reason());
    }

    /**
     * @param instance or null for all
     * @param group or null for all
     */
    static List<WorkerDrain> delete(
            Connection connection, String instance, String group, String reason)
            throws SQLException {
        var ended =
                Sql.of("delete from worker_drains d")
                        .where("d.instance_id = :instance", instance)
                        .where("d.worker_group = :group", group)
                        .then("returning *")
                        .list(connection, WorkerDrain::of);
        for (var drain : ended) {
            record(connection, "resume", drain, reason);
        }
        return ended;
    }

    /** Deletes those whose time is over, each once over all nodes. */
    static List<WorkerDrain> deleteEnded(Connection connection) throws SQLException {
        var ended =
                Sql.of(
                                "delete from worker_drains d where not %s returning *"
                                        .formatted(WorkerDrain.LASTS))
                        .list(connection, WorkerDrain::of);
        for (var drain : ended) {
            record(connection, "resume", drain, "its time is over");
        }
        return ended;
    }

    /**
     * What was read in one statement.
     *
     * @param readMicros when it began, by PostgreSQL's clock
     */
    record Lasting(long readMicros, List<WorkerDrain> drains) {}

    static Lasting read(Connection connection) throws SQLException {
        var drains = new ArrayList<WorkerDrain>();
        var micros = new long[1];
        Sql.of(
                        """
                        select (extract(epoch from statement_timestamp()) * 1000000)::bigint as read,
                               d.*
                          from (select) one left join worker_drains d on %s"""
                                .formatted(WorkerDrain.LASTS))
                .forEach(
                        connection,
                        row -> {
                            micros[0] = row.number("read");
                            if (row.uuid("id") != null) {
                                drains.add(WorkerDrain.of(row));
                            }
                        });
        return new Lasting(micros[0], drains);
    }

    private static void record(Connection connection, String verb, WorkerDrain drain, String reason)
            throws SQLException {
        var kind = drain.instanceId() == null ? "workerGroup" : "worker";
        Audit.record(
                connection,
                Deed.of(kind + "." + verb).on(kind, drain.target(), drain.target()).saying(reason));
    }
}
