package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.index.AttemptKey;
import io.milvaion.scheduler.state.index.IndexAudit;
import io.milvaion.scheduler.state.occurrence.OpenRuns;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.occurrence.States;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
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
        static Open of(Row row) throws SQLException {
            return new Open(
                    row.uuid("id"),
                    row.uuid("job_id"),
                    row.integer("attempt"),
                    Stage.of(row, "stage") == Stage.BACKOFF,
                    row.instant("available_at"));
        }

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
        return Sql.of(
                        """
                        select id, job_id, attempt, stage, available_at from occurrences
                         where %s and id > :after
                           and (id >= :smallest or tableoid = 'occurrences_other'::regclass)
                         order by id limit :limit"""
                                .formatted(States.OPEN))
                .with("after", after)
                .with("smallest", OpenRuns.smallestOpenId(connection))
                .with("limit", PAGE)
                .list(connection, Open::of);
    }

    private static List<Open> lock(Connection connection, Collection<UUID> ids)
            throws SQLException {
        return new Columns<>(
                        """
                        select id, job_id, attempt, stage, available_at from occurrences
                         where id = any (?) and id between ? and ? and %s
                         order by id for no key update"""
                                .formatted(States.OPEN),
                        ids)
                .ids(id -> id)
                .list(connection, Open::of);
    }
}
