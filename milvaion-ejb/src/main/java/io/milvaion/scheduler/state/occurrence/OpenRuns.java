package io.milvaion.scheduler.state.occurrence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds the runs of a job that are not final, in the partitions that may hold any. */
public final class OpenRuns {

    private OpenRuns() {}

    /** Locks them, in the order of their ids, so that whoever ends one in this moment waits. */
    public static List<OpenRun> lock(Connection connection, UUID jobId) throws SQLException {
        var runs = new ArrayList<OpenRun>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select id, stage from occurrences
                         where job_id = ? and state < 2
                           and (id >= ? or tableoid = 'occurrences_other'::regclass)
                         order by id for no key update""")) {
            statement.setObject(1, jobId);
            statement.setObject(2, smallestOpenId(connection));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    var stage = row.getObject(2, Integer.class);
                    runs.add(
                            new OpenRun(
                                    row.getObject(1, UUID.class),
                                    stage == null ? null : Stage.of(stage)));
                }
            }
        }
        return runs;
    }

    /** The oldest run of a job that is neither final nor held; null if there is none. */
    public static UUID oldest(Connection connection, UUID jobId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        select id from occurrences
                         where job_id = ? and state < 2 and stage is distinct from ?
                           and (id >= ? or tableoid = 'occurrences_other'::regclass)
                         order by id limit 1""")) {
            statement.setObject(1, jobId);
            statement.setInt(2, Stage.HELD.code());
            statement.setObject(3, smallestOpenId(connection));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getObject(1, UUID.class) : null;
            }
        }
    }

    /** The smallest id in a partition that is not closed; the default partition is never closed. */
    public static UUID smallestOpenId(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement(
                                "select min(day) from occurrence_days where closed_at is null");
                ResultSet row = statement.executeQuery()) {
            row.next();
            var day = row.getObject(1, LocalDate.class);
            return OccurrenceId.lowest(
                    day == null ? Instant.EPOCH : day.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }
}
