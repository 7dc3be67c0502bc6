package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.ground.persistence.Database;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Select;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import io.milvaion.scheduler.state.occurrence.OpenRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
            UUID id, String requestedBy, Instant requestedAt, Instant endedAt, Integer repaired) {

        static ReconcileRun of(Row row) throws SQLException {
            return new ReconcileRun(
                    row.uuid("id"),
                    row.text("requested_by"),
                    row.instant("requested_at"),
                    row.instant("ended_at"),
                    row.integer("repaired"));
        }
    }

    /** Has the leader look at everything within seconds. */
    public UUID request(String actor) {
        var id = TimeOrderedId.next(Instant.now());
        database.transaction(
                connection -> {
                    try (PreparedStatement statement =
                            connection.prepareStatement(
                                    "insert into reconcile_runs (id, requested_by) values (?, ?)")) {
                        statement.setObject(1, id);
                        statement.setString(2, actor);
                        return statement.executeUpdate();
                    }
                });
        return id;
    }

    public Optional<ReconcileRun> find(UUID id) {
        return database
                .autocommit(c -> new Select(RUNS).where("id = ?", id).list(c, ReconcileRun::of))
                .stream()
                .findFirst();
    }

    /** Reads repairs, new ones first. */
    public List<Repair> repairs(String kind, UUID jobId, UUID after, int limit) {
        return database.autocommit(
                connection ->
                        new Select("select * from repairs")
                                .where("kind = ?", kind)
                                .where("job_id = ?", jobId)
                                .where("id < ?", after)
                                .then("order by id desc limit ?", limit)
                                .list(connection, Repair::of));
    }

    /** What was repaired within the last hour, as one sentence; empty if nothing was. */
    Optional<String> lastHour() {
        return database.autocommit(
                        connection ->
                                new Select(
                                                """
                                                select string_agg(n || ' ' || kind, ', ' order by kind) as kinds
                                                  from (select kind, count(*) as n from repairs
                                                         where at > now() - interval '1 h'
                                                         group by kind) k""")
                                        .list(
                                                connection,
                                                row -> Optional.ofNullable(row.text("kinds"))))
                .get(0);
    }

    List<UUID> waiting() {
        return database.autocommit(
                connection ->
                        new Select(RUNS)
                                .then("where ended_at is null order by id limit 100")
                                .list(connection, row -> row.uuid("id")));
    }

    /** Notes how looks have ended, and forgets what is older than 90 days. */
    void ended(List<UUID> runs, int repaired) {
        database.transaction(
                connection -> {
                    end(connection, runs, repaired);
                    forgetClosed(connection);
                    try (var statement = connection.createStatement()) {
                        statement.execute(
                                "delete from repairs where at < now() - interval '90 days'");
                        statement.execute(
                                """
                                delete from reconcile_runs
                                 where requested_at < now() - interval '90 days'""");
                    }
                    return null;
                });
    }

    private static void forgetClosed(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "delete from forgotten_failures where occurrence_id < ?")) {
            statement.setObject(1, OpenRuns.smallestOpenId(connection));
            statement.executeUpdate();
        }
    }

    private static void end(Connection connection, List<UUID> runs, int repaired)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        update reconcile_runs set ended_at = now(), repaired = ?
                         where id = any (?)""")) {
            statement.setInt(1, repaired);
            statement.setArray(2, connection.createArrayOf("uuid", runs.toArray()));
            statement.executeUpdate();
        }
    }
}
