package io.milvaion.scheduler.state.gate;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.occurrence.OpenRuns;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.occurrence.States;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Locks, reads, releases through and writes the gates of jobs, within the caller's transaction. */
public final class Gates {

    private Gates() {}

    /**
     * Locks the rows of gated jobs in job id order; jobs that are not gated are left out. Call it
     * before touching any occurrence.
     */
    public static Map<UUID, JobGate> lock(Connection connection, Collection<UUID> jobIds)
            throws SQLException {
        if (jobIds.isEmpty()) {
            return new LinkedHashMap<>();
        }
        var locked = lockRows(connection, jobIds);
        return locked.isEmpty() ? new LinkedHashMap<>() : read(connection, locked);
    }

    private static List<UUID> lockRows(Connection connection, Collection<UUID> jobIds)
            throws SQLException {
        return Sql.of(
                        """
                        select job_id from job_schedule
                         where job_id = any (:jobIds) and gated
                         order by job_id
                           for no key update""")
                .uuids("jobIds", jobIds)
                .list(connection, row -> row.uuid("job_id"));
    }

    /**
     * Reads what the locks have made stable. A join in the locking statement would give the policy
     * as it was before the wait for an edit.
     */
    private static Map<UUID, JobGate> read(Connection connection, List<UUID> locked)
            throws SQLException {
        var gates = new LinkedHashMap<UUID, JobGate>();
        Sql.of(
                        """
                        select s.job_id, j.concurrency_policy, j.open_limit,
                               s.open_occurrence_id, s.open_count, s.held_count
                          from job_schedule s join jobs j on j.id = s.job_id
                         where s.job_id = any (:jobIds)
                         order by s.job_id""")
                .uuids("jobIds", locked)
                .forEach(
                        connection,
                        row -> {
                            UUID jobId = row.uuid("job_id");
                            gates.put(
                                    jobId,
                                    new JobGate(
                                            jobId,
                                            OverlapPolicy.of(row.integer("concurrency_policy")),
                                            row.integer("open_limit"),
                                            row.uuid("open_occurrence_id"),
                                            row.integer("open_count"),
                                            row.integer("held_count")));
                        });
        return gates;
    }

    /**
     * Locks the gate of a job that has one. The row of a job without one is locked only against
     * edits, so that its runs do not wait for each other, and none that is opened or ended
     * meanwhile is missing in a gate that an edit makes.
     *
     * @return null if the job has no gate
     */
    public static JobGate lockOrShare(Connection connection, UUID jobId) throws SQLException {
        while (true) { // the policy may change between the two statements
            var gate = lock(connection, List.of(jobId)).get(jobId);
            if (gate != null) {
                return gate;
            }
            boolean gated =
                    Sql.of("select gated from job_schedule where job_id = :jobId for key share")
                            .with("jobId", jobId)
                            .first(connection, row -> row.flag("gated"))
                            .orElse(false);
            if (!gated) {
                return null;
            }
        }
    }

    /**
     * Before runs are skipped or held: an open run that has ended in the meantime without passing
     * the gate (its row was corrected by hand, say) opens it again.
     */
    public static void clearEnded(Connection connection, Collection<JobGate> gates)
            throws SQLException {
        var byOpenId = new LinkedHashMap<UUID, JobGate>();
        for (var gate : gates) {
            if (gate.openId() != null) {
                byOpenId.put(gate.openId(), gate);
            }
        }
        if (byOpenId.isEmpty()) {
            return;
        }
        Sql.of(
                        """
                        select i.id
                          from unnest(:ids::uuid[]) as i (id) left join occurrences o on o.id = i.id
                         where o.id is null or o.%s"""
                                .formatted(States.FINAL))
                .uuids("ids", byOpenId.keySet())
                .forEach(
                        connection,
                        row -> {
                            UUID ended = row.uuid("id");
                            byOpenId.get(ended).ended(ended);
                        });
    }

    /**
     * Counts runs that have ended and releases held ones: they become READY at their first attempt.
     *
     * @return the released occurrences, to be registered before the commit and published after it
     */
    public static List<UUID> end(Connection connection, JobGate gate, Collection<UUID> ended)
            throws SQLException {
        ended.forEach(gate::ended);
        if (gate.lacksOpenId()) {
            gate.inTheWay(OpenRuns.oldest(connection, gate.jobId()));
        }
        var released = new ArrayList<UUID>();
        while (gate.mayRelease()) {
            UUID next = takeHeld(connection, gate.jobId());
            if (next == null) {
                gate.nothingHeld();
            } else if (makeReady(connection, next)) {
                gate.released(next);
                released.add(next);
            } else {
                gate.heldEnded();
            }
        }
        return released;
    }

    /** Removes a held run that ends before it was released. */
    public static void endHeld(Connection connection, JobGate gate, UUID occurrenceId)
            throws SQLException {
        int deleted =
                Sql.of("delete from held_runs where job_id = :jobId and occurrence_id = :id")
                        .with("jobId", gate.jobId())
                        .with("id", occurrenceId)
                        .update(connection);
        if (deleted == 1) {
            gate.heldEnded();
        }
    }

    /** Writes what the gates have decided. */
    public static void save(Connection connection, Collection<JobGate> gates) throws SQLException {
        if (gates.isEmpty()) {
            return;
        }
        new Columns<>(
                        """
                        update job_schedule s
                           set open_occurrence_id = g.open_id, open_count = g.open, held_count = g.held
                          from unnest(?::uuid[], ?::uuid[], ?::int[], ?::int[])
                               as g (job_id, open_id, open, held)
                         where s.job_id = g.job_id
                           and (s.open_occurrence_id, s.open_count, s.held_count)
                               is distinct from (g.open_id, g.open, g.held)""",
                        gates)
                .uuids(JobGate::jobId)
                .uuids(JobGate::openId)
                .ints(JobGate::open)
                .ints(JobGate::held)
                .update(connection);
    }

    /** Adds held runs to the list that is released in order. */
    public static void hold(Connection connection, Map<UUID, UUID> jobByOccurrence)
            throws SQLException {
        if (jobByOccurrence.isEmpty()) {
            return;
        }
        new Columns<>(
                        """
                        insert into held_runs (job_id, occurrence_id)
                        select * from unnest(?::uuid[], ?::uuid[])
                            on conflict do nothing""",
                        jobByOccurrence.entrySet())
                .uuids(Map.Entry::getValue)
                .uuids(Map.Entry::getKey)
                .update(connection);
    }

    private static UUID takeHeld(Connection connection, UUID jobId) throws SQLException {
        return Sql.of(
                        """
                        delete from held_runs
                         where (job_id, occurrence_id) =
                               (select job_id, occurrence_id from held_runs
                                 where job_id = :jobId order by occurrence_id limit 1)
                        returning occurrence_id""")
                .with("jobId", jobId)
                .first(connection, row -> row.uuid("occurrence_id"))
                .orElse(null);
    }

    private static boolean makeReady(Connection connection, UUID occurrenceId) throws SQLException {
        return Sql.of(
                                "update occurrences set stage = :ready where id = :id and %s and %s"
                                        .formatted(States.QUEUED, States.HELD))
                        .with("ready", Stage.READY.code())
                        .with("id", occurrenceId)
                        .update(connection)
                == 1;
    }
}
