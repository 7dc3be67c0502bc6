package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.job.autodisable.JobLimits;
import io.milvaion.scheduler.state.occurrence.Stage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.postgresql.PGStatement;

/** Statements on {@code occurrences}, each for all runs of a batch. */
final class OccurrenceRows {

    /** What the update has left in a row. */
    record Updated(Instant endedAt, boolean gated) {}

    private OccurrenceRows() {}

    /** Finds the gated jobs of occurrences without locking anything. */
    static Set<UUID> gatedJobs(Connection connection, Collection<UUID> ids) throws SQLException {
        var jobs = new HashSet<UUID>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select distinct o.job_id
                          from occurrences o join job_schedule s on s.job_id = o.job_id
                         where o.id = any (?) and o.id between ? and ? and s.gated""")) {
            new Columns<>(connection, statement, ids).ids(id -> id);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    jobs.add(row.getObject(1, UUID.class));
                }
            }
        }
        return jobs;
    }

    /** Locks occurrences in id order; those that do not exist are left out. */
    static Map<UUID, ReportedRun> lock(Connection connection, Collection<UUID> ids)
            throws SQLException {
        var runs = new LinkedHashMap<UUID, ReportedRun>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select o.id, o.job_id, j.display_name, o.job_type, o.planned_at, o.ended_at,
                               o.state, o.stage, o.attempt, o.progress,
                               j.max_retries, j.retry_base_seconds, j.on_worker_lost = 'retry',
                               o.cancel_requested_at is not null or j.deleted_at is not null,
                               j.active and j.deleted_at is null, j.auto_disable_after,
                               j.auto_disable_window_seconds, coalesce(f.failures, 0)
                          from occurrences o join jobs j on j.id = o.job_id
                               left join job_failures f on f.job_id = o.job_id
                         where o.id = any (?) and o.id between ? and ?
                         order by o.id
                           for no key update of o""")) {
            new Columns<>(connection, statement, ids).ids(id -> id);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    var run = runOf(row);
                    runs.put(run.id(), run);
                }
            }
        }
        return runs;
    }

    private static ReportedRun runOf(ResultSet row) throws SQLException {
        var stage = row.getObject(8, Integer.class);
        return new ReportedRun(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                instant(row, 5),
                instant(row, 6),
                new Standing(
                        OccurrenceState.of(row.getInt(7)),
                        stage == null ? null : Stage.of(stage),
                        row.getInt(9),
                        row.getObject(10, Integer.class)),
                new RunRules(
                        row.getObject(11, Integer.class),
                        row.getObject(12, Integer.class),
                        row.getBoolean(13),
                        row.getBoolean(14)),
                new JobLimits(
                        row.getBoolean(15),
                        row.getObject(16, Integer.class),
                        row.getObject(17, Integer.class),
                        row.getInt(18)));
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
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        update occurrences o
                           set state = u.state, stage = u.stage, attempt = u.attempt,
                               published_at = coalesce(to_timestamp(u.published / 1000.0), o.published_at),
                               started_at = case when u.state > 0
                                   then coalesce(to_timestamp(u.started / 1000.0), o.started_at) end,
                               ended_at = case when u.state > 1
                                   then coalesce(to_timestamp(u.ended / 1000.0), now()) end,
                               available_at = now() + u.delay * interval '1 millisecond',
                               duration_ms = u.duration,
                               progress = case when u.state > 0 then coalesce(u.progress, o.progress) end,
                               progress_text = case when u.state > 0
                                   then coalesce(u.progress_text, o.progress_text) end,
                               worker_instance = coalesce(u.instance, o.worker_instance),
                               result = u.result,
                               error = case when u.state = 1 then o.error else u.error end
                          from unnest(?::uuid[], ?::int[], ?::int[], ?::int[], ?::bigint[], ?::bigint[],
                                      ?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::text[],
                                      ?::text[], ?::text[], ?::text[])
                               as u (id, state, stage, attempt, published, started,
                                     ended, delay, duration, progress, progress_text,
                                     instance, result, error)
                         where o.id = u.id and o.id = any (?)
                        returning o.id, o.ended_at,
                                  coalesce((select s.gated from job_schedule s
                                             where s.job_id = o.job_id), false)""")) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            new Columns<>(connection, statement, changes)
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
                    .uuids(RunChange::id);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    updated.put(
                            row.getObject(1, UUID.class),
                            new Updated(instant(row, 2), row.getBoolean(3)));
                }
            }
        }
        return updated;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
