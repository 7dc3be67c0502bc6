package io.milvaion.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What PostgreSQL holds of runs: read from the tables, not through the scheduler. */
final class History implements AutoCloseable {

    /** Who leads. */
    record Leader(long term, String node) {}

    private static final String DUE =
            """
            with due as (
                select j.id, t from unnest(?::uuid[]) as j (id)
                 cross join generate_series(?::timestamptz, ?::timestamptz, '1 s') as t)
            """;

    private final Connection connection;

    History(String jdbcUrl) throws SQLException {
        connection = DriverManager.getConnection(jdbcUrl);
    }

    Leader leader() throws SQLException {
        try (var statement = connection.prepareStatement("select term, node from leader_terms");
                var row = statement.executeQuery()) {
            row.next();
            return new Leader(row.getLong(1), row.getString(2));
        }
    }

    /** The earliest second that has not been dispatched for one of these jobs. */
    Instant nextRun(List<UUID> jobs) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "select min(next_run_at) from job_schedule where job_id = any (?)")) {
            statement.setArray(1, uuids(jobs));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }

    /** Runs of these jobs that were planned until then and have not ended. */
    long open(List<UUID> jobs, Instant last) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        select count(*) from occurrences
                         where job_id = any (?) and planned_at <= ? and state in (0, 1)""")) {
            statement.setArray(1, uuids(jobs));
            statement.setObject(2, utc(last));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** What has become of every second of a window, the last one included. */
    Tally tally(List<UUID> jobs, Instant first, Instant last) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        DUE
                                + """
                                , counted as (
                                    select (select count(*) from occurrences o
                                             where o.job_id = d.id and o.planned_at = d.t) as runs,
                                           (select count(*) from skipped_runs s
                                             where s.job_id = d.id
                                               and d.t between s.planned_at and s.last_at) as skips
                                      from due d)
                                select count(*), sum(runs), sum(skips),
                                       count(*) filter (where runs + skips = 0),
                                       count(*) filter (where runs + skips > 1)
                                  from counted""")) {
            bind(statement, jobs, first, last);
            try (var row = statement.executeQuery()) {
                row.next();
                return new Tally(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        notFinal(jobs, first, last),
                        text(jobs, first, last, STATES),
                        text(jobs, first, last, REASONS),
                        Long.parseLong(text(jobs, first, last, REPEATED)),
                        Double.parseDouble(text(jobs, first, last, LATENESS)));
            }
        }
    }

    private static final String STATES =
            """
            select coalesce(string_agg(state || ':' || n, ' ' order by state), '-')
              from (select o.state, count(*) n
                      from due d join occurrences o on o.job_id = d.id and o.planned_at = d.t
                     group by 1) x""";

    private static final String REASONS =
            """
            select coalesce(string_agg(reason || ':' || n, ' ' order by reason), '-')
              from (select s.reason, count(*) n
                      from due d join skipped_runs s
                        on s.job_id = d.id and d.t between s.planned_at and s.last_at
                     group by 1) x""";

    private static final String REPEATED =
            """
            select count(*)
              from due d join occurrences o on o.job_id = d.id and o.planned_at = d.t
             where o.attempt > 1""";

    private static final String LATENESS =
            """
            select coalesce(max(extract(epoch from o.started_at - o.planned_at)), 0)
              from due d join occurrences o on o.job_id = d.id and o.planned_at = d.t""";

    private long notFinal(List<UUID> jobs, Instant first, Instant last) throws SQLException {
        return Long.parseLong(
                text(
                        jobs,
                        first,
                        last,
                        """
                        select count(*)
                          from due d join occurrences o on o.job_id = d.id and o.planned_at = d.t
                         where o.state in (0, 1)"""));
    }

    private String text(List<UUID> jobs, Instant first, Instant last, String query)
            throws SQLException {
        try (var statement = connection.prepareStatement(DUE + query)) {
            bind(statement, jobs, first, last);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private void bind(PreparedStatement statement, List<UUID> jobs, Instant first, Instant last)
            throws SQLException {
        statement.setArray(1, uuids(jobs));
        statement.setObject(2, utc(first));
        statement.setObject(3, utc(last));
    }

    private java.sql.Array uuids(Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
