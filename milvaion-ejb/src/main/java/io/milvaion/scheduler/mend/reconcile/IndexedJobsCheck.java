package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.state.index.IndexAudit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
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

    /** A job whose queue is full is put off by 5 s each time. */
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
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select job_id, next_run_at from job_schedule
                         where job_id > ? and next_run_at is not null
                           and synced_version = definition_version
                         order by job_id limit ?""")) {
            statement.setObject(1, after);
            statement.setInt(2, PAGE);
            return read(statement);
        }
    }

    private static Map<UUID, Instant> lock(Connection connection, Collection<UUID> jobs)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select job_id, next_run_at from job_schedule
                         where job_id = any (?) and job_id between ? and ?
                           and next_run_at is not null and synced_version = definition_version
                         order by job_id for no key update""")) {
            new Columns<>(connection, statement, jobs).ids(id -> id);
            return read(statement);
        }
    }

    private static Map<UUID, Instant> read(PreparedStatement statement) throws SQLException {
        var next = new LinkedHashMap<UUID, Instant>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                next.put(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant());
            }
        }
        return next;
    }
}
