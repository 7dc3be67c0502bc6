package io.milvaion.scheduler.ground.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.core.BaseConnection;

/**
 * Plain JDBC in short local transactions, for everything that is not a definition. Must not be
 * called inside a JTA transaction.
 *
 * <p>Each connection ends statements after 10 s, waits 3 s for a lock and 5 s in an idle
 * transaction: the locks of a node that has stopped or been cut off end by themselves.
 */
@ApplicationScoped
public class Database {

    public static final String JNDI_NAME = "java:app/jdbc/milvaion";

    /** Work on one connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    @Resource(lookup = JNDI_NAME)
    DataSource source;

    /** Works on a data source without a container, for tests and programs. */
    public static Database over(DataSource source) {
        var database = new Database();
        database.source = source;
        return database;
    }

    /**
     * Runs {@code work} in one transaction; after a deadlock or an ended lock wait it is run again,
     * so it must have no effect outside the database that may not happen twice.
     *
     * @throws DatabaseUnavailable if PostgreSQL cannot be reached or did not answer in time:
     *     whether the commit happened may be unknown
     */
    public <T> T transaction(Work<T> work) {
        try {
            return Repeated.run(() -> once(work));
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    /**
     * Runs one or several independent statements, reads or writes, each its own transaction; all of
     * {@code work} is run again after a deadlock.
     */
    public <T> T autocommit(Work<T> work) {
        try {
            return Repeated.run(() -> withoutTransaction(work));
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    private <T> T withoutTransaction(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return work.on(ofDriver(connection));
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(ofDriver(connection));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollback(connection, e);
                throw e;
            } finally {
                restore(connection);
            }
        }
    }

    /**
     * The server wraps everything that a pooled connection makes, and looks up by reflection what
     * each value of a result is read with: it stood out in profiles of a busy node.
     */
    private static Connection ofDriver(Connection pooled) throws SQLException {
        return pooled.unwrap(BaseConnection.class);
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static void restore(Connection connection) {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) { // a broken connection: the pool finds out when it validates it
            System.getLogger(Database.class.getName())
                    .log(System.Logger.Level.DEBUG, "connection is broken", e);
        }
    }

    /** Turns an SQL error into what callers tell apart: unreachable, or refused. */
    public static RuntimeException translated(SQLException e) {
        String state = e.getSQLState();
        boolean refused =
                state != null
                        && (state.startsWith("22")
                                || state.startsWith("23")
                                || state.startsWith("42"));
        return refused ? new DataRefused(e) : new DatabaseUnavailable(e);
    }
}
