package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.index.IndexAudit;
import io.milvaion.scheduler.state.occurrence.OpenRuns;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Open runs that Redis does not know. Whoever opens a run or puts it off enters it before the
 * commit, so while its row is locked it must be there.
 */
final class IndexedRunsCheck implements Check {

    private static final int PAGE = 500;

    private final IndexAudit audit;

    IndexedRunsCheck(IndexAudit audit) {
        this.audit = audit;
    }

    /**
     * @param availableAt when its retry is due; null unless it waits for one
     */
    private record Open(UUID id, UUID jobId, int attempt, boolean retries, Instant availableAt) {
        AttemptKey retry() {
            return retries ? new AttemptKey(id, attempt) : null;
        }
    }

    @Override
    public void run(Pass pass) {
        UUID after = new UUID(0, 0);
        List<Open> page;
        do {
            UUID from = after;
            page = pass.scan(connection -> page(connection, from));
            if (!page.isEmpty()) {
                after = page.get(page.size() - 1).id();
                var missing = audit.missing(members(page));
                if (!missing.isEmpty()) {
                    pass.repair((connection, repaired) -> enter(connection, missing, repaired));
                }
            }
        } while (page.size() == PAGE);
    }

    private void enter(Connection connection, Collection<UUID> suspects, Pass.Repaired repaired)
            throws SQLException {
        var locked = lock(connection, suspects);
        var missing = audit.missing(members(locked));
        for (var run : locked) {
            if (missing.contains(run.id())) {
                if (run.retries()) {
                    repaired.register(
                            run.retry(),
                            run.availableAt() == null ? Instant.EPOCH : run.availableAt());
                } else {
                    repaired.open(run.id()); // whether its message is lost is for the sweep to say
                }
                repaired.add(
                        NewRepair.ofRun(
                                RepairKind.INDEX_MISSING,
                                run.jobId(),
                                run.id(),
                                "Redis did not know it",
                                "it is entered again"));
            }
        }
    }

    private static Map<UUID, AttemptKey> members(List<Open> runs) {
        var members = new HashMap<UUID, AttemptKey>();
        runs.forEach(run -> members.put(run.id(), run.retry()));
        return members;
    }

    private static List<Open> page(Connection connection, UUID after) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select id, job_id, attempt, stage, available_at from occurrences
                         where state < 2
                           and id > ? and (id >= ? or tableoid = 'occurrences_other'::regclass)
                         order by id limit ?""")) {
            statement.setObject(1, after);
            statement.setObject(2, OpenRuns.smallestOpenId(connection));
            statement.setInt(3, PAGE);
            return read(statement);
        }
    }

    private static List<Open> lock(Connection connection, Collection<UUID> ids)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select id, job_id, attempt, stage, available_at from occurrences
                         where id = any (?) and id between ? and ? and state < 2
                         order by id for no key update""")) {
            new Columns<>(connection, statement, ids).ids(id -> id);
            return read(statement);
        }
    }

    private static List<Open> read(PreparedStatement statement) throws SQLException {
        var runs = new ArrayList<Open>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                var stage = row.getObject(4, Integer.class);
                var at = row.getObject(5, OffsetDateTime.class);
                runs.add(
                        new Open(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getInt(3),
                                stage != null && Stage.of(stage) == Stage.BACKOFF,
                                at == null ? null : at.toInstant()));
            }
        }
        return runs;
    }
}
