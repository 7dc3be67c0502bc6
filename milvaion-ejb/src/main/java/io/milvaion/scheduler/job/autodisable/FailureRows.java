package io.milvaion.scheduler.job.autodisable;

import io.milvaion.scheduler.ground.persistence.Columns;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Statements on {@code job_failures} of the tracker, each for all jobs of a batch. */
final class FailureRows {

    /** A stored error is cut here; the whole one is in the occurrence. */
    private static final int ERROR_LIMIT = 400;

    /** What a batch makes of the row of a job. */
    record Counted(UUID jobId, Streak streak, boolean trips) {}

    private FailureRows() {}

    /** Locks the rows of jobs in the order of their ids, and makes those that are missing. */
    static Map<UUID, Streak> lock(Connection connection, Collection<UUID> jobIds)
            throws SQLException {
        var streaks = new HashMap<UUID, Streak>();
        new Columns<>(
                        """
                        insert into job_failures as f (job_id)
                        select u.id from unnest(?::uuid[]) as u (id) order by u.id
                            on conflict (job_id) do update set failures = f.failures
                        returning job_id, failures, recent, last_error""",
                        jobIds)
                .uuids(id -> id)
                .forEach(
                        connection,
                        row ->
                                streaks.put(
                                        row.uuid("job_id"),
                                        new Streak(
                                                row.integer("failures"),
                                                row.instants("recent"),
                                                row.text("last_error"))));
        return streaks;
    }

    static void write(Connection connection, Collection<Counted> counted) throws SQLException {
        new Columns<>(
                        """
                        update job_failures f
                           set failures = u.failures, recent = u.recent::timestamptz[],
                               last_error = left(u.error, %d),
                               tripped_at = case when u.failures = 0 then null
                                                 when u.trips = 1 then coalesce(f.tripped_at, now())
                                                 else f.tripped_at end
                          from unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::int[])
                               as u (id, failures, recent, error, trips)
                         where f.job_id = u.id"""
                                .formatted(ERROR_LIMIT),
                        counted)
                .uuids(Counted::jobId)
                .ints(c -> c.streak().failures())
                .texts(c -> literal(c.streak().recent()))
                .texts(c -> c.streak().lastError())
                .ints(c -> c.trips() ? 1 : 0)
                .update(connection);
    }

    private static String literal(List<Instant> times) {
        return times.stream().map(Instant::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
