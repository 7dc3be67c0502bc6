package io.milvaion.faults.judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Reads the scheduler's database and the ledger. A connection lives for one question, since faults
 * break connections. For one thread.
 */
public final class Judge {

    private final String scheduler;
    private final String ledger;

    /** Who leads. */
    public record Leader(long term, String node, Instant since) {}

    /**
     * Makes the ledger, and the tables and views of the checks beside the scheduler's own.
     *
     * @param scheduler JDBC URL of its database, which it has migrated
     * @param ledger JDBC URL of the jobs' ledger
     */
    public Judge(String scheduler, String ledger) throws SQLException, IOException {
        this.scheduler = scheduler;
        this.ledger = ledger;
        run(ledger, "effect.sql");
        run(scheduler, "effect.sql");
        run(scheduler, "checks.sql");
    }

    private static void run(String database, String script) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(database);
                var text = Judge.class.getResourceAsStream(script)) {
            execute(connection, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Whoever won the last term; it may be gone. */
    public Leader leader() throws SQLException {
        try (var connection = connect();
                var statement =
                        connection.prepareStatement("select term, node, since from leader_terms");
                var row = statement.executeQuery()) {
            row.next();
            var since = row.getObject(3, OffsetDateTime.class);
            return new Leader(
                    row.getLong(1), row.getString(2), since == null ? null : since.toInstant());
        }
    }

    /** Begins a new case: these jobs, and nothing remembered of earlier ones. */
    public void begin(Map<UUID, Integer> policies) throws SQLException {
        try (var connection = connect()) {
            execute(connection, "truncate faults.subject, faults.span, faults.transition");
            try (var statement =
                    connection.prepareStatement("insert into faults.subject values (?, ?)")) {
                for (var subject : policies.entrySet()) {
                    statement.setObject(1, subject.getKey());
                    statement.setInt(2, subject.getValue());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }

    /** The earliest second that has not been dispatched for one of the jobs. */
    public Instant nextRun() throws SQLException {
        return one(
                        """
                select min(next_run_at) from job_schedule
                 where job_id in (select job_id from faults.subject)""",
                        OffsetDateTime.class)
                .toInstant();
    }

    /** How many runs of these jobs have ended. */
    public long settled() throws SQLException {
        return one(
                """
                select count(*) from occurrences
                 where job_id in (select job_id from faults.subject) and state > 1""",
                Long.class);
    }

    /** Runs of these jobs that have not ended, also of manual ones and those planned later. */
    public long open() throws SQLException {
        return one(
                """
                select count(*) from occurrences
                 where job_id in (select job_id from faults.subject) and state in (0, 1)""",
                Long.class);
    }

    /** Processes that are no more will not say in the ledger that their executions are over. */
    public void died(String node) throws SQLException {
        try (var connection = DriverManager.getConnection(ledger);
                var statement =
                        connection.prepareStatement(
                                """
                                update faults.effect set died_at = clock_timestamp()
                                 where node = ? and ended_at is null and stopped_at is null
                                   and died_at is null""")) {
            statement.setString(1, node);
            statement.executeUpdate();
        }
    }

    /**
     * Judges the case.
     *
     * @param first planned second that counts
     * @param last planned second that counts
     * @param struck when the fault began
     * @param healed when the fault was over
     */
    public Outcome judge(Instant first, Instant last, Instant struck, Instant healed)
            throws SQLException {
        try (var connection = connect()) {
            try (var statement =
                    connection.prepareStatement("insert into faults.span values (?, ?, ?, ?)")) {
                statement.setObject(1, utc(first));
                statement.setObject(2, utc(last));
                statement.setObject(3, utc(struck));
                statement.setObject(4, utc(healed));
                statement.executeUpdate();
            }
            copyLedger(connection);
        }
        double calm =
                one(
                        """
                        select coalesce(max(seconds), 0) from faults.lateness, faults.span
                         where started_at < struck""",
                        Double.class);
        return new Outcome(
                count("faults.due"),
                count("faults.run"),
                tally("reason", "faults.skip"),
                tally("state", "faults.run"),
                count("faults.recorded where records = 0"),
                count("faults.recorded where records > 1"),
                count("faults.run where state in (0, 1)"),
                tally("reason", "faults.repeated"),
                count("faults.two_owners"),
                count("faults.backwards"),
                count("faults.completed_without_effect"),
                count("faults.effect_without_run"),
                count("faults.two_ids"),
                count("faults.overlap"),
                calm,
                one("select coalesce(max(seconds), 0) from faults.lateness", Double.class),
                one(
                        """
                        select coalesce(percentile_cont(0.99) within group (order by seconds), 0)
                          from faults.lateness""",
                        Double.class),
                one(
                        """
                        select greatest(0, coalesce(
                                   extract(epoch from max(started_at) - min(healed)), 0))::float8
                          from faults.lateness, faults.span where seconds > 2 + %s"""
                                .formatted(calm),
                        Double.class));
    }

    /** Some rows of a view, as text, for a person who looks for the reason. */
    public List<String> examples(String view) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select v::text from (select * from " + view + " limit 5) v")) {
            var lines = new ArrayList<String>();
            while (row.next()) {
                lines.add(row.getString(1));
            }
            return lines;
        }
    }

    /** Makes it as if a job had not been looked at for so long; to be called while no node runs. */
    public void shiftSchedule(UUID job, Duration back) throws SQLException {
        try (var connection = connect();
                var statement =
                        connection.prepareStatement(
                                """
                                update job_schedule
                                   set next_run_at = next_run_at - ? * interval '1 second',
                                       last_planned_at = null
                                 where job_id = ?""")) {
            statement.setLong(1, back.toSeconds());
            statement.setObject(2, job);
            statement.executeUpdate();
        }
    }

    /** All jobs that there are. */
    public Set<UUID> storedJobs() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select id from jobs")) {
            var ids = new HashSet<UUID>();
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    /** Makes many jobs at once that are due one time. */
    public void createOneTimeJobs(Collection<UUID> ids, String type, Instant due)
            throws SQLException {
        create(
                ids,
                """
                insert into jobs (id, display_name, job_type, execute_at, concurrency_policy)
                select id, 'one of many', '%s', '%s', 2 from unnest(?::uuid[]) as n (id)"""
                        .formatted(type, due),
                due);
    }

    /** Makes many jobs at once that are due every second. */
    public void createJobs(Collection<UUID> ids, String type, String cron, int policy)
            throws SQLException {
        create(
                ids,
                """
                insert into jobs (id, display_name, job_type, cron_expression, concurrency_policy)
                select id, 'one of many', '%s', '%s', %d from unnest(?::uuid[]) as n (id)"""
                        .formatted(type, cron, policy),
                Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS));
    }

    private void create(Collection<UUID> ids, String jobs, Instant due) throws SQLException {
        var schedule =
                """
                insert into job_schedule (job_id, definition_version, next_run_at, gated)
                select j.id, 1, '%s', j.open_limit is not null
                  from jobs j join unnest(?::uuid[]) as n (id) on n.id = j.id"""
                        .formatted(due);
        withIds(ids, jobs, schedule);
    }

    /** Lets none of these jobs be due any more. */
    public void deactivate(Collection<UUID> ids) throws SQLException {
        withIds(
                ids,
                "update jobs set active = false where id = any (?)",
                "update job_schedule set next_run_at = null where job_id = any (?)");
    }

    private void withIds(Collection<UUID> ids, String... statements) throws SQLException {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            for (var sql : statements) {
                try (var statement = connection.prepareStatement(sql)) {
                    statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                    statement.executeUpdate();
                }
            }
            connection.commit();
        }
    }

    /** How often runs of a job were executed, by the ledger. */
    public long executions(UUID job) throws SQLException {
        try (var connection = DriverManager.getConnection(ledger);
                var statement =
                        connection.prepareStatement(
                                "select count(*) from faults.effect where job_id = ?")) {
            statement.setObject(1, job);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** A text that a query in SQL gives. */
    public String text(String query) throws SQLException {
        return one(query, String.class);
    }

    /** A number that a query in SQL gives. */
    public long number(String query) throws SQLException {
        return one("select (" + query + ")::bigint", Long.class);
    }

    private void copyLedger(Connection target) throws SQLException {
        execute(target, "truncate faults.effect");
        var jobs = one("select array_agg(job_id) from faults.subject", java.sql.Array.class);
        try (var source = DriverManager.getConnection(ledger);
                var read =
                        source.prepareStatement(
                                "select * from faults.effect where job_id = any (?)");
                var write =
                        target.prepareStatement(
                                "insert into faults.effect values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            read.setArray(1, jobs);
            try (var row = read.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    for (int column = 1; column <= columns; column++) {
                        write.setObject(column, row.getObject(column));
                    }
                    write.addBatch();
                }
            }
            write.executeBatch();
        }
    }

    private long count(String from) throws SQLException {
        return one("select count(*) from " + from, Long.class);
    }

    private String tally(String column, String view) throws SQLException {
        return one(
                """
                select coalesce(string_agg(x || ' ' || n, ', ' order by x), '0')
                  from (select %s::text as x, count(*) as n from %s group by 1) t"""
                        .formatted(column, view),
                String.class);
    }

    private <T> T one(String query, Class<T> type) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getObject(1, type);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(scheduler);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
