package io.milvaion.scheduler.state.gate;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.occurrence.OpenRun;
import io.milvaion.scheduler.state.occurrence.OpenRuns;
import java.sql.Connection;
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
        Integer limit = limit(connection, jobId);
        var counted =
                new State(
                        true,
                        Integer.valueOf(1).equals(limit) && !open.isEmpty() ? open.get(0) : null,
                        open.size(),
                        held.size());
        if (!counted.equals(before)) {
            write(connection, jobId, counted);
        }
        var gate = Gates.lock(connection, List.of(jobId)).get(jobId);
        var released = Gates.end(connection, gate, List.of());
        if (limit != null) {
            Gates.save(connection, List.of(gate));
        } else {
            write(connection, jobId, new State(false, null, 0, 0));
        }
        return new Recount(before, read(connection, jobId), relisted, released);
    }

    /** Of open runs; null if the job is to have no gate. */
    private static Integer limit(Connection connection, UUID jobId) throws SQLException {
        return Sql.of("select open_limit from jobs where id = :id")
                .with("id", jobId)
                .one(connection, row -> row.integer("open_limit"));
    }

    private static State read(Connection connection, UUID jobId) throws SQLException {
        return Sql.of(
                        """
                        select gated, open_occurrence_id, open_count, held_count
                          from job_schedule where job_id = :jobId""")
                .with("jobId", jobId)
                .one(
                        connection,
                        row ->
                                new State(
                                        row.flag("gated"),
                                        row.uuid("open_occurrence_id"),
                                        row.integer("open_count"),
                                        row.integer("held_count")));
    }

    private static void write(Connection connection, UUID jobId, State state) throws SQLException {
        Sql.of(
                        """
                        update job_schedule
                           set gated = :gated, open_occurrence_id = :openId, open_count = :open,
                               held_count = :held
                         where job_id = :jobId""")
                .with("gated", state.gated())
                .with("openId", state.openId())
                .with("open", state.open())
                .with("held", state.held())
                .with("jobId", jobId)
                .update(connection);
    }

    /** Makes the list of waiting runs the held ones. Returns how many were wrong. */
    private static int list(Connection connection, UUID jobId, Set<UUID> held) throws SQLException {
        var stray = new ArrayList<UUID>();
        var missing = new HashSet<>(held);
        Sql.of("select occurrence_id from held_runs where job_id = :jobId")
                .with("jobId", jobId)
                .forEach(
                        connection,
                        row -> {
                            UUID listed = row.uuid("occurrence_id");
                            if (!missing.remove(listed)) {
                                stray.add(listed);
                            }
                        });
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
        Sql.of(
                        """
                        delete from held_runs
                         where job_id = :jobId and occurrence_id = any (:stray)""")
                .with("jobId", jobId)
                .uuids("stray", stray)
                .update(connection);
    }
}
