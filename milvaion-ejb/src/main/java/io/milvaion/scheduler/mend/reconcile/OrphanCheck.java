package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.ending.Cancellation;
import io.milvaion.scheduler.state.occurrence.OpenRuns;
import io.milvaion.scheduler.state.occurrence.States;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Open runs whose job does not exist, and queued runs of deleted jobs: nobody would end them. */
final class OrphanCheck implements Check {

    private final Cancellation cancellation;

    OrphanCheck(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    private record Orphans(Set<UUID> missing, Set<UUID> deleted) {}

    @Override
    public void run(Pass pass) {
        var jobs = pass.scan(OrphanCheck::find);
        for (UUID job : jobs.missing()) {
            pass.repair((connection, repaired) -> endAll(connection, job, repaired));
        }
        for (UUID job : jobs.deleted()) {
            pass.repair((connection, repaired) -> cancelQueued(connection, job, repaired));
        }
    }

    private static Orphans find(Connection connection) throws SQLException {
        var jobs = new Orphans(new LinkedHashSet<>(), new LinkedHashSet<>());
        Sql.of(
                        """
                        select o.job_id, j.id is null as missing
                          from (select job_id, min(state) as state from occurrences
                                 where %s
                                   and (id >= :smallest or tableoid = 'occurrences_other'::regclass)
                                 group by job_id) o
                          left join jobs j on j.id = o.job_id
                         where j.id is null or j.deleted_at is not null and o.%s"""
                                .formatted(States.OPEN, States.QUEUED))
                .with("smallest", OpenRuns.smallestOpenId(connection))
                .forEach(
                        connection,
                        row ->
                                (row.flag("missing") ? jobs.missing() : jobs.deleted())
                                        .add(row.uuid("job_id")));
        return jobs;
    }

    private static void endAll(Connection connection, UUID job, Pass.Repaired repaired)
            throws SQLException {
        for (var run : OpenRuns.lock(connection, job)) {
            if (Cancellation.end(connection, run.id(), job, "its job does not exist").isPresent()) {
                repaired.add(
                        NewRepair.ofRun(
                                RepairKind.ORPHAN,
                                job,
                                run.id(),
                                "Its job does not exist",
                                "it is cancelled"));
                repaired.end(Set.of(run.id()));
            }
        }
    }

    private void cancelQueued(Connection connection, UUID job, Pass.Repaired repaired)
            throws SQLException {
        lock(connection, job);
        var runs = OpenRuns.lock(connection, job);
        for (UUID ended : cancellation.cancelQueued(connection, job, runs, "the job was deleted")) {
            repaired.add(
                    NewRepair.ofRun(
                            RepairKind.ORPHAN,
                            job,
                            ended,
                            "It was queued although its job was deleted",
                            "it is cancelled"));
            repaired.end(Set.of(ended));
        }
    }

    private static void lock(Connection connection, UUID job) throws SQLException {
        Sql.of("select 1 from job_schedule where job_id = :jobId for update")
                .with("jobId", job)
                .found(connection);
    }
}
