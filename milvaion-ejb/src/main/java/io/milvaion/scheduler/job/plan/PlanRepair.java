package io.milvaion.scheduler.job.plan;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.state.missed.MissedReason;
import io.milvaion.scheduler.state.missed.SkipLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts schedule rows right that do not agree with the definitions of their jobs. */
public final class PlanRepair {

    /**
     * A page of jobs in id order.
     *
     * @param last the last job that was looked at; null at the end
     * @param suspects those whose rows seem wrong
     */
    public record Page(UUID last, List<UUID> suspects) {}

    /**
     * What was repaired.
     *
     * @param found one sentence
     * @param done one sentence
     */
    public record Result(String found, String done) {}

    private PlanRepair() {}

    /**
     * Looks at a page of jobs without locking anything.
     *
     * @param pending zones whose jobs are about to be planned anew
     */
    public static Page suspects(Connection connection, UUID after, int limit, Set<String> pending)
            throws SQLException {
        var rows = PlanRow.page(connection, after, limit);
        var suspects = new ArrayList<UUID>();
        for (var row : rows) {
            if (pending.contains(row.schedule().timeZone())) {
                continue; // it moves with a word in its history
            }
            if (PlanJudgement.of(row).isPresent() || isUnplannedOnce(connection, row)) {
                suspects.add(row.jobId());
            }
        }
        return new Page(rows.size() < limit ? null : rows.get(rows.size() - 1).jobId(), suspects);
    }

    /**
     * Locks the rows of a job, looks again, and writes what is right. The leader tells Redis within
     * a second, because the row counts as unsynced.
     *
     * @return empty if nothing is wrong
     */
    public static Optional<Result> repair(Connection connection, UUID jobId) throws SQLException {
        lock(connection, jobId);
        var row = PlanRow.of(connection, jobId);
        var judgement = PlanJudgement.of(row);
        if (judgement.isEmpty() && isUnplannedOnce(connection, row)) {
            judgement =
                    Optional.of(
                            new PlanJudgement(
                                    "It is to run once and was not planned",
                                    row.timetable().firstAtOrAfter(Instant.MIN).orElse(null),
                                    row.last()));
        }
        if (judgement.isEmpty()) {
            return Optional.empty();
        }
        var right = judgement.get();
        recordMissed(connection, row, right);
        write(connection, row, right);
        return Optional.of(
                new Result(
                        right.found(),
                        right.next() == null
                                ? "nothing is planned"
                                : "its next run is " + right.next()));
    }

    /** Instants that are due and that the dispatcher will not see. */
    private static void recordMissed(Connection connection, PlanRow row, PlanJudgement right)
            throws SQLException {
        var timetable = row.timetable();
        if (timetable == null
                || !row.schedule().repeats()
                || Objects.equals(row.next(), right.next())) {
            return;
        }
        if (!row.runs() && row.next() != null) {
            var first = timetable.firstAtOrAfter(row.next()).orElse(null);
            var reason = row.deleted() ? MissedReason.DELETED : MissedReason.DEACTIVATED;
            SkipLedger.insert(
                    connection,
                    SkippedRuns.until(row.now(), row.jobId(), timetable, first, reason));
        } else if (row.runs() && row.last() != null && right.next() != null) {
            var first = timetable.nextAfter(row.last()).orElse(null);
            var end = right.next().isBefore(row.now()) ? right.next() : row.now();
            SkipLedger.insert(
                    connection,
                    SkippedRuns.until(
                            end.minusMillis(1),
                            row.jobId(),
                            timetable,
                            first,
                            MissedReason.MISFIRE));
        }
    }

    /** A job that runs once, and that has neither run nor been skipped, must be planned. */
    private static boolean isUnplannedOnce(Connection connection, PlanRow row) throws SQLException {
        if (!row.runs()
                || !row.scheduled()
                || row.schedule().executeAt() == null
                || row.next() != null
                || row.timetable() == null
                || row.schedule().executeAt().equals(row.last())
                || PlanJudgement.isPast(row)) {
            return false;
        }
        return !SkippedRuns.isDecided(connection, row.jobId(), row.schedule().executeAt());
    }

    private static void lock(Connection connection, UUID jobId) throws SQLException {
        for (var sql :
                List.of(
                        "select 1 from jobs where id = :id for no key update",
                        "select 1 from job_schedule where job_id = :id for update")) {
            Sql.of(sql).with("id", jobId).found(connection);
        }
    }

    private static void write(Connection connection, PlanRow row, PlanJudgement right)
            throws SQLException {
        Sql.of(
                        """
                        insert into job_schedule as s
                               (job_id, definition_version, next_run_at, last_planned_at, gated)
                        select id, version, :next, :last, open_limit is not null
                          from jobs where id = :id
                            on conflict (job_id) do update
                           set definition_version = excluded.definition_version, synced_version = 0,
                               next_run_at = excluded.next_run_at,
                               last_planned_at = excluded.last_planned_at""")
                .with("next", right.next())
                .with("last", right.last())
                .with("id", row.jobId())
                .update(connection);
    }
}
