package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.job.autodisable.JobLimits;
import io.milvaion.scheduler.state.occurrence.Stage;
import io.milvaion.scheduler.state.occurrence.States;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Statements on {@code occurrences}, each for all runs of a batch. */
final class OccurrenceRows {

    private static final String LOCK =
            """
            select o.id, o.job_id, j.display_name, o.job_type, o.planned_at, o.ended_at,
                   o.state, o.stage, o.attempt, o.progress,
                   j.max_retries, j.retry_base_seconds, j.on_worker_lost = 'retry'
                       as retries_lost,
                   o.cancel_requested_at is not null or j.deleted_at is not null
                       as stopped,
                   j.active and j.deleted_at is null as active, j.auto_disable_after,
                   j.auto_disable_window_seconds, coalesce(f.failures, 0) as failures
              from occurrences o join jobs j on j.id = o.job_id
                   left join job_failures f on f.job_id = o.job_id
             where o.id = any (?) and o.id between ? and ?
             order by o.id
               for no key update of o""";

    private static final String UPDATE =
            """
            update occurrences o
               set state = u.state, stage = u.stage, attempt = u.attempt,
                   published_at = coalesce(to_timestamp(u.published / 1000.0), o.published_at),
                   started_at = case when u.%s
                       then coalesce(to_timestamp(u.started / 1000.0), o.started_at) end,
                   ended_at = case when u.%s
                       then coalesce(to_timestamp(u.ended / 1000.0), now()) end,
                   available_at = now() + u.delay * interval '1 millisecond',
                   duration_ms = u.duration,
                   progress = case when u.%s then coalesce(u.progress, o.progress) end,
                   progress_text = case when u.%s
                       then coalesce(u.progress_text, o.progress_text) end,
                   worker_instance = coalesce(u.instance, o.worker_instance),
                   result = u.result,
                   error = case when u.%s then o.error else u.error end
              from unnest(?::uuid[], ?::int[], ?::int[], ?::int[], ?::bigint[], ?::bigint[],
                          ?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::text[],
                          ?::text[], ?::text[], ?::text[])
                   as u (id, state, stage, attempt, published, started,
                         ended, delay, duration, progress, progress_text,
                         instance, result, error)
             where o.id = u.id and o.id = any (?)
            returning o.id, o.ended_at,
                      coalesce((select s.gated from job_schedule s
                                 where s.job_id = o.job_id), false) as gated"""
                    .formatted(
                            States.STARTED,
                            States.FINAL,
                            States.STARTED,
                            States.STARTED,
                            States.RUNNING);

    /** What the update has left in a row. */
    record Updated(Instant endedAt, boolean gated) {}

    private OccurrenceRows() {}

    /** Finds the gated jobs of occurrences without locking anything. */
    static Set<UUID> gatedJobs(Connection connection, Collection<UUID> ids) throws SQLException {
        var jobs = new HashSet<UUID>();
        new Columns<>(
                        """
                        select distinct o.job_id
                          from occurrences o join job_schedule s on s.job_id = o.job_id
                         where o.id = any (?) and o.id between ? and ? and s.gated""",
                        ids)
                .ids(id -> id)
                .forEach(connection, row -> jobs.add(row.uuid("job_id")));
        return jobs;
    }

    /** Locks occurrences in id order; those that do not exist are left out. */
    static Map<UUID, ReportedRun> lock(Connection connection, Collection<UUID> ids)
            throws SQLException {
        var runs = new LinkedHashMap<UUID, ReportedRun>();
        new Columns<>(LOCK, ids)
                .ids(id -> id)
                .forEach(
                        connection,
                        row -> {
                            var run = runOf(row);
                            runs.put(run.id(), run);
                        });
        return runs;
    }

    private static ReportedRun runOf(Row row) throws SQLException {
        return new ReportedRun(
                row.uuid("id"),
                row.uuid("job_id"),
                row.text("display_name"),
                row.text("job_type"),
                row.instant("planned_at"),
                row.instant("ended_at"),
                new Standing(
                        OccurrenceState.of(row.integer("state")),
                        Stage.of(row, "stage"),
                        row.integer("attempt"),
                        row.integer("progress")),
                new RunRules(
                        row.integer("max_retries"),
                        row.integer("retry_base_seconds"),
                        row.flag("retries_lost"),
                        row.flag("stopped")),
                new JobLimits(
                        row.flag("active"),
                        row.integer("auto_disable_after"),
                        row.integer("auto_disable_window_seconds"),
                        row.integer("failures")));
    }

    /**
     * Writes where occurrences stand now. Touches no indexed column, so the updates are HOT.
     *
     * <p>The ids are given once more as an array, and the statement is planned each time: the plan
     * for arrays of unknown length may compare each row with each other, and a bound by the
     * smallest and the largest id makes PostgreSQL read all that lies between them.
     */
    static Map<UUID, Updated> update(Connection connection, Collection<RunChange> changes)
            throws SQLException {
        var updated = new HashMap<UUID, Updated>();
        new Columns<>(UPDATE, changes)
                .plannedEachTime()
                .uuids(RunChange::id)
                .ints(c -> c.standing().state().code())
                .ints(c -> c.standing().stage() == null ? null : c.standing().stage().code())
                .ints(c -> c.standing().attempt())
                .instants(c -> c.last().report().publishedAt())
                .instants(c -> c.last().report().startedAt())
                .instants(c -> c.last().report().endedAt())
                .longs(c -> c.retries() ? c.delay().toMillis() : null)
                .longs(c -> c.last().report().durationMs())
                .ints(c -> c.last().report().progress())
                .texts(c -> c.last().report().progressText())
                .texts(c -> c.last().instanceId())
                .texts(c -> c.last().report().result())
                .texts(c -> c.last().report().error())
                .uuids(RunChange::id)
                .forEach(
                        connection,
                        row ->
                                updated.put(
                                        row.uuid("id"),
                                        new Updated(row.instant("ended_at"), row.flag("gated"))));
        return updated;
    }
}
