package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.ground.audit.Audit;
import io.milvaion.scheduler.ground.audit.Deed;
import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.state.occurrence.OpenRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks that somebody has asked for, and what was repaired. Safe to share. */
@ApplicationScoped
public class ReconcileRuns {

    private static final String RUNS = "select * from reconcile_runs";

    @Inject Database database;

    /**
     * One look at everything.
     *
     * @param endedAt null until the leader has done it
     * @param repaired how many states were repaired; null until then
     */
    public record ReconcileRun(
            UUID id,
            String requestedBy,
            Instant requestedAt,
            @Nullable Instant endedAt,
            @Nullable Integer repaired) {

        static ReconcileRun of(Row row) throws SQLException {
            return new ReconcileRun(
                    row.uuid("id"),
                    row.text("requested_by"),
                    row.instant("requested_at"),
                    row.instant("ended_at"),
                    row.integer("repaired"));
        }
    }

    /**
     * Has the leader look at everything within seconds.
     *
     * @param wanted the id of the look, or null for any: if it is there it is not asked for again
     */
    public UUID request(String actor, UUID wanted) {
        var id = wanted == null ? TimeOrderedId.next(Instant.now()) : wanted;
        database.transaction(
                connection -> {
                    request(connection, id, actor);
                    return null;
                });
        return id;
    }

    private static void request(Connection connection, UUID id, String actor) throws SQLException {
        int added =
                Sql.of(
                                """
                                insert into reconcile_runs (id, requested_by)
                                values (:id, :requestedBy) on conflict (id) do nothing""")
                        .with("id", id)
                        .with("requestedBy", actor)
                        .update(connection);
        if (added == 1) {
            Audit.record(connection, Deed.of("reconcile.request").on("reconcile", id, null));
        }
    }

    public Optional<ReconcileRun> find(UUID id) {
        return database.autocommit(
                c -> Sql.of(RUNS).where("id = :id", id).first(c, ReconcileRun::of));
    }

    /**
     * Reads looks, new ones first.
     *
     * @param after the last one of the page before, or null
     */
    public List<ReconcileRun> list(UUID after, int limit) {
        return database.autocommit(
                connection ->
                        Sql.of(RUNS)
                                .where("id < :after", after)
                                .then("order by id desc limit :limit")
                                .with("limit", limit)
                                .list(connection, ReconcileRun::of));
    }

    /** Reads repairs, likewise. */
    public List<Repair> repairs(RepairKind kind, UUID jobId, UUID after, int limit) {
        return database.autocommit(
                connection ->
                        Sql.of("select * from repairs")
                                .where("kind = :kind", kind == null ? null : kind.wire())
                                .where("job_id = :jobId", jobId)
                                .where("id < :after", after)
                                .then("order by id desc limit :limit")
                                .with("limit", limit)
                                .list(connection, Repair::of));
    }

    /** What was repaired within the last hour, as one sentence; empty if nothing was. */
    Optional<String> lastHour() {
        return database.autocommit(
                connection ->
                        Sql.of(
                                        """
                                        select string_agg(n || ' ' || kind, ', ' order by kind) as kinds
                                          from (select kind, count(*) as n from repairs
                                                 where at > now() - interval '1 h'
                                                 group by kind) k""")
                                .one(connection, row -> Optional.ofNullable(row.text("kinds"))));
    }

    /** What was found when the database was set back within the last day, newest first. */
    Optional<String> databaseSetBack() {
        return database.autocommit(
                connection ->
                        Sql.of(
                                        """
                                        select found from repairs
                                         where at > now() - interval '1 d'
                                           and kind = 'database-set-back'
                                         order by at desc limit 1""")
                                .first(connection, row -> row.text("found")));
    }

    List<UUID> waiting() {
        return database.autocommit(
                connection ->
                        Sql.of(RUNS)
                                .then("where ended_at is null order by id limit 100")
                                .list(connection, row -> row.uuid("id")));
    }

    /** Notes how looks have ended. */
    void ended(List<UUID> runs, int repaired) {
        database.transaction(
                connection -> {
                    end(connection, runs, repaired);
                    forgetClosed(connection);
                    return null;
                });
    }

    private static void forgetClosed(Connection connection) throws SQLException {
        Sql.of("delete from forgotten_failures where occurrence_id < :smallest")
                .with("smallest", OpenRuns.smallestOpenId(connection))
                .update(connection);
    }

    private static void end(Connection connection, List<UUID> runs, int repaired)
            throws SQLException {
        Sql.of(
                        """
                        update reconcile_runs set ended_at = now(), repaired = :repaired
                         where id = any (:ids)""")
                .with("repaired", repaired)
                .uuids("ids", runs)
                .update(connection);
    }
}
