package io.milvaion.faults.worker;

import io.milvaion.worker.sdk.JobContext;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What jobs really did: a row for each execution, in the time of the ledger's database. Writes are
 * repeated over broken connections until they have succeeded, and may be repeated harmlessly.
 */
@ApplicationScoped
class Ledger {

    private static final int TRIES = 60;
    private static final long PAUSE_MILLIS = 500;

    private static final String BEGAN =
            """
            insert into faults.effect (execution, occurrence_id, job_id, planned_at, attempt, node, started_at)
            values (?, ?, ?, ?, ?, ?, clock_timestamp()) on conflict do nothing""";
    private static final String ENDED =
            "update faults.effect set ended_at = clock_timestamp() where execution = ?";
    private static final String STOPPED =
            "update faults.effect set stopped_at = clock_timestamp(), cancelled = ?"
                    + " where execution = ?";

    @Inject
    @ConfigProperty(name = "faults.ledger.url")
    String url;

    @Inject
    @ConfigProperty(name = "milvaion.node.name")
    String node;

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    /** One change of the ledger. */
    private interface Write {
        void bind(PreparedStatement statement) throws SQLException;
    }

    @PostConstruct
    void configure() {
        database.setURL(url);
        database.setConnectTimeout(5);
        database.setSocketTimeout(10);
    }

    @PreDestroy
    void close() {
        for (var connection = idle.poll(); connection != null; connection = idle.poll()) {
            discard(connection);
        }
    }

    /** An execution begins; what is returned is its name in the ledger. */
    UUID began(JobContext context) throws SQLException, InterruptedException {
        var execution = UUID.randomUUID();
        write(
                BEGAN,
                statement -> {
                    statement.setObject(1, execution);
                    statement.setObject(2, context.occurrenceId());
                    statement.setObject(3, context.jobId());
                    statement.setObject(4, context.plannedAt().atOffset(ZoneOffset.UTC));
                    statement.setInt(5, context.attempt());
                    statement.setString(6, node + "/" + ProcessHandle.current().pid());
                });
        return execution;
    }

    /** It has done all its work. */
    void ended(UUID execution) throws SQLException, InterruptedException {
        write(ENDED, statement -> statement.setObject(1, execution));
    }

    /** It stops before its end. */
    void stopped(UUID execution, boolean cancelled) throws SQLException, InterruptedException {
        write(
                STOPPED,
                statement -> {
                    statement.setBoolean(1, cancelled);
                    statement.setObject(2, execution);
                });
    }

    private void write(String sql, Write write) throws SQLException, InterruptedException {
        for (int left = TRIES; ; left--) {
            try {
                writeOnce(sql, write);
                return;
            } catch (SQLException e) {
                if (left == 0) {
                    throw e;
                }
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private void writeOnce(String sql, Write write) throws SQLException {
        var waiting = idle.poll();
        var connection = waiting == null ? database.getConnection() : waiting;
        boolean works = false;
        try (var statement = connection.prepareStatement(sql)) {
            write.bind(statement);
            statement.executeUpdate();
            works = true;
        } finally {
            if (works) {
                idle.push(connection);
            } else {
                discard(connection);
            }
        }
    }

    private static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It was broken, or nobody needs it any more.
        }
    }
}
