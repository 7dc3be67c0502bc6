package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.persistence.Statement;
import io.milvaion.scheduler.state.index.IndexAudit;
import io.milvaion.scheduler.state.pause.Paused;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Planned jobs that Redis does not know, or would look at far too late. Jobs that were just saved
 * are left to those who save them.
 */
final class IndexedJobsCheck implements Check {

    private static final int PAGE = 1_000;

    /** A job whose queue is full is put off by 5 s each time; paused ones are left out. */
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    private final IndexAudit audit;

    IndexedJobsCheck(IndexAudit audit) {
        this.audit = audit;
    }

    @Override
    public void run(Pass pass) {
        UUID after = new UUID(0, 0);
        Map<UUID, Instant> page;
        do {
            UUID from = after;
            page = pass.scan(connection -> page(connection, from));
            for (UUID id : page.keySet()) {
                after = id;
            }
            var unplanned = audit.unplanned(page, TOLERANCE);
            if (!unplanned.isEmpty()) {
                pass.repair((connection, repaired) -> plan(connection, unplanned, pass, repaired));
            }
        } while (page.size() == PAGE);
    }

    private void plan(
            Connection connection, Collection<UUID> suspects, Pass pass, Pass.Repaired repaired)
            throws SQLException {
        var next = lock(connection, suspects);
        var unplanned = audit.unplanned(next, TOLERANCE);
        next.keySet().retainAll(unplanned);
        next.forEach(
                (job, at) ->
                        repaired.add(
                                NewRepair.ofJob(
                                        RepairKind.INDEX_MISSING,
                                        job,
                                        "Redis did not know that its next run is " + at,
                                        "it does now")));
        pass.index().replan(next);
    }

    private static Map<UUID, Instant> page(Connection connection, UUID after) throws SQLException {
        return read(
                connection,
                Sql.of(
                                """
                                select s.job_id, s.next_run_at from job_schedule s
                                 where s.job_id > :after and s.next_run_at is not null
                                   and s.synced_version = s.definition_version and not %s
                                 order by s.job_id limit :limit"""
                                        .formatted(Paused.SCHEDULED))
                        .with("after", after)
                        .with("limit", PAGE));
    }

    private static Map<UUID, Instant> lock(Connection connection, Collection<UUID> jobs)
            throws SQLException {
        return read(
                connection,
                new Columns<>(
                                """
                                select job_id, next_run_at from job_schedule
                                 where job_id = any (?) and job_id between ? and ?
                                   and next_run_at is not null
                                   and synced_version = definition_version
                                 order by job_id for no key update""",
                                jobs)
                        .ids(id -> id));
    }

    private static Map<UUID, Instant> read(Connection connection, Statement statement)
            throws SQLException {
        var next = new LinkedHashMap<UUID, Instant>();
        statement.forEach(
                connection, row -> next.put(row.uuid("job_id"), row.instant("next_run_at")));
        return next;
    }
}
