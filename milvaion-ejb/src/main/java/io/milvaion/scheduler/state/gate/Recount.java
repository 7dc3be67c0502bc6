package io.milvaion.scheduler.state.gate;

import io.milvaion.scheduler.state.occurrence.OpenRun;
import io.milvaion.scheduler.state.occurrence.OpenRuns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The gate of a job, made anew from its open runs: because it got another policy, or because the
 * row does not agree with them. Locking the open runs makes those wait that end one in this moment.
 *
 * @param before what the row said
 * @param after what it says now
 * @param relisted held runs that were missing in the list of those that wait, or in it for nothing
 * @param released held runs that are READY now: to be registered before the commit
 */
public record Recount(State before, State after, int relisted, List<UUID> released) {

    /**
     * What a schedule row says about its gate.
     *
     * @param openId null if none is open, or several may be
     */
    public record State(boolean gated, UUID openId, int open, int held) {

        @Override
        public String toString() {
            return gated
                    ? open
                            + " open"
                            + (openId == null ? "" : " (" + openId + ")")
                            + ", "
                            + held
                            + " held"
                    : "no gate";
        }
    }

    /** Whether nothing was wrong. */
    public boolean changedNothing() {
        return before.equals(after) && relisted == 0 && released.isEmpty();
    }

    /**
     * Counts the open runs of a job, by the policy in its row.
     *
     * @param jobId whose schedule row the open transaction has locked {@code for update}
     */
    public static Recount of(Connection connection, UUID jobId) throws SQLException {
        var before = read(connection, jobId);
        var runs = OpenRuns.lock(connection, jobId);
        var held = runs.stream().filter(OpenRun::isHeld).map(OpenRun::id).toList();
        var open = runs.stream().filter(run -> !run.isHeld()).map(OpenRun::id).toList();
        int relisted = list(connection, jobId, new HashSet<>(held));
        var limits = limits(connection, jobId);
        var counted =
                new State(
                        true,
                        limits.single() && !open.isEmpty() ? open.get(0) : null,
                        open.size(),
                        held.size());
        if (!counted.equals(before)) {
            write(connection, jobId, counted);
        }
        var gate = Gates.lock(connection, List.of(jobId), Integer.MAX_VALUE).get(jobId);
        var released = Gates.end(connection, gate, List.of());
        if (limits.gated()) {
            Gates.save(connection, List.of(gate));
        } else {
            write(connection, jobId, new State(false, null, 0, 0));
        }
        return new Recount(before, read(connection, jobId), relisted, released);
    }

    private record Limits(boolean gated, boolean single) {}

    private static Limits limits(Connection connection, UUID jobId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "select concurrency_policy, max_concurrent from jobs where id = ?")) {
            statement.setObject(1, jobId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                var policy = OverlapPolicy.of(row.getInt(1));
                var max = row.getObject(2, Integer.class);
                return new Limits(
                        policy.gates(max),
                        policy != OverlapPolicy.PARALLEL || Integer.valueOf(1).equals(max));
            }
        }
    }

    private static State read(Connection connection, UUID jobId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select gated, open_occurrence_id, open_count, held_count
                          from job_schedule where job_id = ?""")) {
            statement.setObject(1, jobId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new State(
                        row.getBoolean(1),
                        row.getObject(2, UUID.class),
                        row.getInt(3),
                        row.getInt(4));
            }
        }
    }

    private static void write(Connection connection, UUID jobId, State state) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        update job_schedule
                           set gated = ?, open_occurrence_id = ?, open_count = ?, held_count = ?
                         where job_id = ?""")) {
            statement.setBoolean(1, state.gated());
            statement.setObject(2, state.openId());
            statement.setInt(3, state.open());
            statement.setInt(4, state.held());
            statement.setObject(5, jobId);
            statement.executeUpdate();
        }
    }

    /** Makes the list of waiting runs the held ones. Returns how many were wrong. */
    private static int list(Connection connection, UUID jobId, Set<UUID> held) throws SQLException {
        var stray = new ArrayList<UUID>();
        var missing = new HashSet<>(held);
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "select occurrence_id from held_runs where job_id = ?")) {
            statement.setObject(1, jobId);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID listed = row.getObject(1, UUID.class);
                    if (!missing.remove(listed)) {
                        stray.add(listed);
                    }
                }
            }
        }
        Map<UUID, UUID> jobs = new HashMap<>();
        missing.forEach(id -> jobs.put(id, jobId));
        Gates.hold(connection, jobs);
        if (!stray.isEmpty()) {
            unlist(connection, jobId, stray);
        }
        return missing.size() + stray.size();
    }

    private static void unlist(Connection connection, UUID jobId, List<UUID> stray)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "delete from held_runs where job_id = ? and occurrence_id = any (?)")) {
            statement.setObject(1, jobId);
            statement.setArray(2, connection.createArrayOf("uuid", stray.toArray()));
            statement.executeUpdate();
        }
    }
}
