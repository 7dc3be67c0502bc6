package io.milvaion.scheduler.run.tracking;

import io.milvaion.contract.OccurrenceState;
import io.milvaion.scheduler.ground.persistence.Columns;
import io.milvaion.scheduler.ground.persistence.Row;
import io.milvaion.scheduler.job.autodisable.JobLimits;
import io.milvaion.scheduler.state.flow.RunQueue;
import io.milvaion.scheduler.state.occurrence.Stage;
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
import java.util.function.Function;

/** Statements on {@code occurrences}, each for all runs of a batch. */
final class OccurrenceRows {

    /** What the update has left in a row. */
    record Updated(Instant endedAt, boolean gated) {}

    private OccurrenceRows() {}

    /** Finds the gated jobs of occurrences without locking anything. */
    static Set<UUID> gatedJobs(Connection connection, Collection<UUID> ids) throws SQLException {
        var jobs = new HashSet<UUID>();
        new Columns<>(TrackingSql.GATED_JOBS, ids)
                .ids(id -> id)
                .forEach(connection, row -> jobs.add(row.uuid("job_id")));
        return jobs;
    }

    /** Locks occurrences in id order; those that do not exist are left out. */
    static Map<UUID, ReportedRun> lock(Connection connection, Collection<UUID> ids)
            throws SQLException {
        var runs = new LinkedHashMap<UUID, ReportedRun>();
        new Columns<>(TrackingSql.LOCK, ids)
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
                new RunQueue(row.text("job_type"), row.text("worker_group")),
                row.instant("planned_at"),
                row.instant("ended_at"),
                new Standing(
                        OccurrenceState.of(row.integer("state")),
                        Stage.of(row, "stage"),
                        row.integer("attempt"),
                        row.integer("progress"),
                        abandonment(row)),
                new RunRules(
                        row.integer("max_retries"),
                        row.integer("retry_base_seconds"),
                        row.flag("retries_lost"),
                        row.flag("waits_abandoned"),
                        row.flag("stopped")),
                new JobLimits(
                        row.flag("active"),
                        row.integer("auto_disable_after"),
                        row.integer("auto_disable_window_seconds"),
                        row.integer("failures")));
    }

    private static Abandonment abandonment(Row row) throws SQLException {
        Integer state = row.integer("abandoned_state");
        return state == null
                ? null
                : new Abandonment(
                        OccurrenceState.of(state),
                        row.flag("abandoned_retries"),
                        row.text("abandoned_error"));
    }

    private static Integer abandoned(RunChange change, Function<Abandonment, Integer> part) {
        var abandoned = change.standing().abandoned();
        return abandoned == null ? null : part.apply(abandoned);
    }

    /** Writes where occurrences stand now. */
    static Map<UUID, Updated> update(Connection connection, Collection<RunChange> changes)
            throws SQLException {
        var updated = new HashMap<UUID, Updated>();
        new Columns<>(TrackingSql.UPDATE, changes)
                .plannedEachTime()
                .uuids(RunChange::id)
                .ints(c -> c.standing().state().code())
                .ints(c -> c.standing().stage() == null ? null : c.standing().stage().code())
                .ints(c -> c.standing().attempt())
                .instants(c -> c.last().report().publishedAt())
                .instants(c -> c.last().report().startedAt())
                .instants(c -> c.last().report().endedAt())
                .longs(c -> c.retries() ? c.delay().toMillis() : null)
                .longs(RunChange::durationMs)
                .ints(c -> c.standing().progress())
                .texts(c -> c.last().report().progressText())
                .texts(c -> c.last().instanceId())
                .texts(c -> c.last().report().result())
                .texts(c -> c.last().report().error())
                .ints(c -> abandoned(c, how -> how.state().code()))
                .ints(c -> abandoned(c, how -> how.retries() ? 1 : 0))
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
