package io.milvaion.scheduler.state.occurrence;

import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Finds the runs of a job that are not final, in the partitions that may hold any. */
public final class OpenRuns {

    private OpenRuns() {}

    /** Locks them, in the order of their ids, so that whoever ends one in this moment waits. */
    public static List<OpenRun> lock(Connection connection, UUID jobId) throws SQLException {
        return Sql.of(
                        """
                        select id, attempt, stage from occurrences
                         where job_id = :jobId and %s
                           and (id >= :smallest or tableoid = 'occurrences_other'::regclass)
                         order by id for no key update"""
                                .formatted(States.OPEN))
                .with("jobId", jobId)
                .with("smallest", smallestOpenId(connection))
                .list(
                        connection,
                        row ->
                                new OpenRun(
                                        row.uuid("id"),
                                        row.integer("attempt"),
                                        Stage.of(row, "stage")));
    }

    /** The oldest run of a job that is neither final nor held; null if there is none. */
    public static UUID oldest(Connection connection, UUID jobId) throws SQLException {
        return Sql.of(
                        """
                        select id from occurrences
                         where job_id = :jobId and %s and %s
                           and (id >= :smallest or tableoid = 'occurrences_other'::regclass)
                         order by id limit 1"""
                                .formatted(States.OPEN, States.NOT_HELD))
                .with("jobId", jobId)
                .with("smallest", smallestOpenId(connection))
                .first(connection, row -> row.uuid("id"))
                .orElse(null);
    }

    /** The smallest id in a partition that is not closed; the default partition is never closed. */
    public static UUID smallestOpenId(Connection connection) throws SQLException {
        return Sql.of("select min(day) as day from occurrence_days where closed_at is null")
                .one(
                        connection,
                        row -> {
                            var day = row.date("day");
                            return OccurrenceId.lowest(
                                    day == null
                                            ? Instant.EPOCH
                                            : day.atStartOfDay(ZoneOffset.UTC).toInstant());
                        });
    }
}
