package io.milvaion.scheduler.state.gate;

import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.state.occurrence.OpenRuns;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
     *
     * @param maxHeld runs that a job may hold
     */
    public static Map<UUID, JobGate> lock(
            Connection connection, Collection<UUID> jobIds, int maxHeld) throws SQLException {
        if (jobIds.isEmpty()) {
            return new LinkedHashMap<>();
        }
        var locked = lockRows(connection, jobIds);
        return locked.isEmpty() ? new LinkedHashMap<>() : read(connection, locked, maxHeld);
    }

    private static List<UUID> lockRows(Connection connection, Collection<UUID> jobIds)
            throws SQLException {
        var locked = new ArrayList<UUID>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select job_id from job_schedule
                         where job_id = any (?) and gated
                         order by job_id
                           for no key update""")) {
            statement.setArray(1, connection.createArrayOf("uuid", jobIds.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    locked.add(row.getObject(1, UUID.class));
                }
            }
        }
        return locked;
    }

    /**
     * Reads what the locks have made stable. A join in the locking statement would give the policy
     * as it was before the wait for an edit.
     */
    private static Map<UUID, JobGate> read(Connection connection, List<UUID> locked, int maxHeld)
            throws SQLException {
        var gates = new LinkedHashMap<UUID, JobGate>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select s.job_id, j.concurrency_policy, j.max_concurrent,
                               s.open_occurrence_id, s.open_count, s.held_count
                          from job_schedule s join jobs j on j.id = s.job_id
                         where s.job_id = any (?)
                         order by s.job_id""")) {
            statement.setArray(1, connection.createArrayOf("uuid", locked.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID jobId = row.getObject(1, UUID.class);
                    gates.put(
                            jobId,
                            new JobGate(
                                    jobId,
                                    OverlapPolicy.of(row.getInt(2)),
                                    row.getObject(3, Integer.class),
                                    maxHeld,
                                    row.getObject(4, UUID.class),
                                    row.getInt(5),
                                    row.getInt(6)));
                }
            }
        }
        return gates;
    }

    /**
     * Locks the gate of a job that has one. The row of a job without one is locked only against
     * edits, so that its runs do not wait for each other, and none that is opened or ended
     * meanwhile is missing in a gate that an edit makes.
     *
     * @return null if the job has no gate
     */
    public static JobGate lockOrShare(Connection connection, UUID jobId, int maxHeld)
            throws SQLException {
        while (true) { // the policy may change between the two statements
            var gate = lock(connection, List.of(jobId), maxHeld).get(jobId);
            if (gate != null) {
                return gate;
            }
            try (PreparedStatement statement =
                    connection.prepareStatement(
                            "select gated from job_schedule where job_id = ? for key share")) {
                statement.setObject(1, jobId);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next() || !row.getBoolean(1)) {
                        return null;
                    }
                }
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
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select i.id
                          from unnest(?::uuid[]) as i (id) left join occurrences o on o.id = i.id
                         where o.id is null or o.state >= 2""")) {
            statement.setArray(1, connection.createArrayOf("uuid", byOpenId.keySet().toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID ended = row.getObject(1, UUID.class);
                    byOpenId.get(ended).ended(ended);
                }
            }
        }
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
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "delete from held_runs where job_id = ? and occurrence_id = ?")) {
            statement.setObject(1, gate.jobId());
            statement.setObject(2, occurrenceId);
            if (statement.executeUpdate() == 1) {
                gate.heldEnded();
            }
        }
    }

    /** Writes what the gates have decided. */
    public static void save(Connection connection, Collection<JobGate> gates) throws SQLException {
        if (gates.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        update job_schedule s
                           set open_occurrence_id = g.open_id, open_count = g.open, held_count = g.held
                          from unnest(?::uuid[], ?::uuid[], ?::int[], ?::int[])
                               as g (job_id, open_id, open, held)
                         where s.job_id = g.job_id
                           and (s.open_occurrence_id, s.open_count, s.held_count)
                               is distinct from (g.open_id, g.open, g.held)""")) {
            new Columns<>(connection, statement, gates)
                    .uuids(JobGate::jobId)
                    .uuids(JobGate::openId)
                    .ints(JobGate::open)
                    .ints(JobGate::held);
            statement.executeUpdate();
        }
    }

    /** Adds held runs to the list that is released in order. */
    public static void hold(Connection connection, Map<UUID, UUID> jobByOccurrence)
            throws SQLException {
        if (jobByOccurrence.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        insert into held_runs (job_id, occurrence_id)
                        select * from unnest(?::uuid[], ?::uuid[])
                            on conflict do nothing""")) {
            new Columns<>(connection, statement, jobByOccurrence.entrySet())
                    .uuids(Map.Entry::getValue)
                    .uuids(Map.Entry::getKey);
            statement.executeUpdate();
        }
    }

    private static UUID takeHeld(Connection connection, UUID jobId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        delete from held_runs
                         where (job_id, occurrence_id) =
                               (select job_id, occurrence_id from held_runs
                                 where job_id = ? order by occurrence_id limit 1)
                        returning occurrence_id""")) {
            statement.setObject(1, jobId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        }
    }

    private static boolean makeReady(Connection connection, UUID occurrenceId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "update occurrences set stage = ? where id = ? and state = 0 and stage = ?")) {
            statement.setInt(1, Stage.READY.code());
            statement.setObject(2, occurrenceId);
            statement.setInt(3, Stage.HELD.code());
            return statement.executeUpdate() == 1;
        }
    }
}
