package io.milvaion.scheduler.job;

import io.milvaion.scheduler.gate.Gates;
import io.milvaion.scheduler.occurrence.OpenRuns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * A job gets another overlap policy: its open runs are counted anew, because a job without a gate
 * counts none, and held ones are released as far as the new policy lets them. Locking the open runs
 * makes those wait that end one in this moment.
 */
final class PolicyChange {

    private PolicyChange() {}

    /**
     * @param job as edited and flushed, with its schedule row locked
     * @return the released occurrences
     */
    static List<UUID> apply(Connection connection, Job job) throws SQLException {
        var runs = OpenRuns.lock(connection, job.id());
        var open = runs.stream().filter(run -> !run.isHeld()).toList();
        write(
                connection,
                job.id(),
                true,
                open.isEmpty() ? null : open.get(0).id(),
                open.size(),
                runs.size() - open.size());
        var gates = Gates.lock(connection, List.of(job.id()), Integer.MAX_VALUE);
        var gate = gates.get(job.id());
        var released = Gates.end(connection, gate, List.of());
        if (job.definition().needsGate()) {
            Gates.save(connection, gates.values());
        } else {
            write(connection, job.id(), false, null, 0, 0);
        }
        return released;
    }

    private static void write(
            Connection connection, UUID jobId, boolean gated, UUID openId, int open, int held)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        update job_schedule
                           set gated = ?, open_occurrence_id = ?, open_count = ?, held_count = ?
                         where job_id = ?""")) {
            statement.setBoolean(1, gated);
            statement.setObject(2, openId);
            statement.setInt(3, open);
            statement.setInt(4, held);
            statement.setObject(5, jobId);
            statement.executeUpdate();
        }
    }
}
