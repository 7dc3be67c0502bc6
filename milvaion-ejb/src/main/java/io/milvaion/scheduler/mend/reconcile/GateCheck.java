package io.milvaion.scheduler.mend.reconcile;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.gate.Recount;
import io.milvaion.scheduler.state.occurrence.OpenRuns;
import io.milvaion.scheduler.state.occurrence.States;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Gates that do not agree with the open and held runs of their jobs. One statement compares all of
 * them in one snapshot, and every transaction leaves a gate right, so what it finds is wrong;
 * nevertheless the runs are counted again with the gate locked.
 */
final class GateCheck implements Check {

    private static final int PAGE = 500;
    private static final UUID LOWEST = new UUID(0, 0);

    @Override
    public void run(Pass pass) {
        pass.repair(GateCheck::unlistUnknownJobs);
        UUID after = LOWEST;
        List<UUID> page;
        do {
            UUID from = after;
            page = pass.scan(connection -> wrong(connection, from));
            for (UUID job : page) {
                pass.repair((connection, repaired) -> recount(connection, job, repaired));
                after = job;
            }
        } while (page.size() == PAGE);
    }

    private static void unlistUnknownJobs(Connection connection, Pass.Repaired repaired)
            throws SQLException {
        Sql.of(
                        """
                        delete from held_runs h
                         where not exists (select 1 from job_schedule s
                                            where s.job_id = h.job_id)
                           and not exists (select 1 from jobs j where j.id = h.job_id)
                        returning job_id""")
                .forEach(
                        connection,
                        row ->
                                repaired.add(
                                        NewRepair.ofJob(
                                                RepairKind.HELD_LIST,
                                                row.uuid("job_id"),
                                                "A run was listed as held of a job that does not exist",
                                                "it was taken from the list")));
    }

    private static List<UUID> wrong(Connection connection, UUID after) throws SQLException {
        return Sql.of(
                        """
                        with runs as (
                            select job_id, count(*) filter (where %s) as open,
                                   count(*) filter (where %s) as held
                              from occurrences
                             where %s
                               and (id >= :smallest or tableoid = 'occurrences_other'::regclass)
                             group by job_id),
                        listed as (
                            select h.job_id, count(*) as runs,
                                   count(*) filter (where o.id is null) as stray
                              from held_runs h
                              left join occurrences o
                                on o.id = h.occurrence_id and o.job_id = h.job_id
                               and o.%s and o.%s
                             group by h.job_id),
                        gates as (
                            select s.*, coalesce(r.open, 0) as open, coalesce(r.held, 0) as held,
                                   coalesce(l.runs, 0) as listed, coalesce(l.stray, 0) as stray,
                                   j.open_limit, o.id as way
                              from job_schedule s
                              join jobs j on j.id = s.job_id
                              left join runs r on r.job_id = s.job_id
                              left join listed l on l.job_id = s.job_id
                              left join occurrences o
                                on o.id = s.open_occurrence_id and o.job_id = s.job_id
                               and o.%s and o.%s)
                        select job_id from gates
                         where job_id > :after
                           and (gated <> (open_limit is not null)
                                or open_count <> case when gated then open else 0 end
                                or held_count <> case when gated then held else 0 end
                                or listed <> held or stray > 0
                                or open_occurrence_id is not null and (way is null or not gated)
                                or open_occurrence_id is null and open > 0 and open_limit = 1
                                or held > 0 and (open_limit is null or open < open_limit))
                         order by job_id limit :limit"""
                                .formatted(
                                        States.NOT_HELD,
                                        States.HELD,
                                        States.OPEN,
                                        States.QUEUED,
                                        States.HELD,
                                        States.OPEN,
                                        States.NOT_HELD))
                .with("smallest", OpenRuns.smallestOpenId(connection))
                .with("after", after)
                .with("limit", PAGE)
                .list(connection, row -> row.uuid("job_id"));
    }

    private static void recount(Connection connection, UUID job, Pass.Repaired repaired)
            throws SQLException {
        boolean planned =
                Sql.of("select job_id from job_schedule where job_id = :jobId for update")
                        .with("jobId", job)
                        .found(connection);
        if (!planned) {
            return;
        }
        var recount = Recount.of(connection, job);
        if (recount.changedNothing()) {
            return;
        }
        repaired.add(
                NewRepair.ofJob(
                        RepairKind.GATE,
                        job,
                        "The gate said "
                                + recount.before()
                                + (recount.relisted() == 0
                                        ? ""
                                        : "; "
                                                + recount.relisted()
                                                + " held runs were listed wrongly"),
                        "it says " + recount.after() + ", as counted"));
        for (UUID released : recount.released()) {
            repaired.add(
                    NewRepair.ofRun(
                            RepairKind.GATE,
                            job,
                            released,
                            "It was held although no run was in its way",
                            "it is released"));
        }
        repaired.release(recount.released());
    }
}
