package io.milvaion.scheduler.state.missed;

import io.milvaion.scheduler.ground.persistence.Columns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes the missed-run ledger and its counters within the caller's transaction, which has locked
 * or changed the schedule row of each job.
 */
public final class SkipLedger {

    /**
     * Counts what {@code inserted} has really added, by job and reason and by reason alone. Rows of
     * the latter are shared by all jobs, so they are locked in order.
     */
    private static final String COUNTED =
            """
            , counted as (
                insert into missed_counters as c (hour, job_id, reason, count)
                select date_trunc('hour', now(), 'UTC'), job_id, reason, sum(count) from inserted
                 group by job_id, reason
                    on conflict (hour, job_id, reason) do update set count = c.count + excluded.count)
            insert into missed_totals as t (hour, reason, count)
            select date_trunc('hour', now(), 'UTC'), reason, sum(count) from inserted
             group by reason order by reason
                on conflict (hour, reason) do update set count = t.count + excluded.count""";

    private SkipLedger() {}

    /** Adds records; one that is there already stays as it is. */
    public static void insert(Connection connection, List<Skip> skipped) throws SQLException {
        if (skipped.isEmpty()) {
            return;
        }
        new Columns<>(
                        """
                        with inserted as (
                            insert into skipped_runs (id, job_id, planned_at, last_at, count, reason,
                                                      detail)
                            select * from unnest(?::uuid[], ?::uuid[], ?::timestamptz[],
                                                 ?::timestamptz[], ?::int[], ?::text[], ?::text[])
                                on conflict do nothing
                            returning job_id, reason, count)"""
                                + COUNTED,
                        skipped)
                .uuids(Skip::id)
                .uuids(Skip::jobId)
                .timestamps(Skip::first)
                .timestamps(Skip::last)
                .ints(Skip::count)
                .texts(skip -> skip.reason().wire())
                .texts(Skip::detail)
                .update(connection);
    }

    /** Adds records of runs that were dispatched late; one that is there already stays as it is. */
    public static void insertLate(Connection connection, List<LateRun> late) throws SQLException {
        if (late.isEmpty()) {
            return;
        }
        new Columns<>(
                        """
                        with inserted as (
                            insert into late_runs (occurrence_id, job_id, planned_at, dispatched_at,
                                                   late_ms)
                            select * from unnest(?::uuid[], ?::uuid[], ?::timestamptz[],
                                                 ?::timestamptz[], ?::bigint[])
                                on conflict do nothing
                            returning job_id, '%s' as reason, 1 as count)"""
                                        .formatted(MissedReason.LATE.wire())
                                + COUNTED,
                        late)
                .uuids(LateRun::occurrenceId)
                .uuids(LateRun::jobId)
                .timestamps(LateRun::plannedAt)
                .timestamps(LateRun::dispatchedAt)
                .longs(run -> run.lateBy().toMillis())
                .update(connection);
    }
}
