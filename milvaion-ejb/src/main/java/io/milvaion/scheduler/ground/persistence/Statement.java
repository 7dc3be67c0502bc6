package io.milvaion.scheduler.ground.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGStatement;

/** What is done with a statement once it has its arguments. */
public abstract sealed class Statement permits Sql, Columns {

    private boolean plannedEachTime;
    private int secondsLimit; // 0 = none

    /** An argument that is an array. */
    record Elements(String type, Collection<?> values) {

        /** The driver takes bytes as they are only in an array of their type. */
        Object[] array() {
            return values.toArray(type.equals("bytea") ? new byte[0][] : new Object[0]);
        }
    }

    /** A text for the driver and its arguments in their order. */
    record Bound(String text, List<Object> arguments) {}

    Statement() {}

    abstract Bound bound();

    final void planEachTime() {
        plannedEachTime = true;
    }

    final void limitTo(int seconds) {
        secondsLimit = seconds;
    }

    /** Runs a statement that returns no rows; tells how many it has changed. */
    public final int update(Connection connection) throws SQLException {
        var bound = bound();
        try (PreparedStatement statement = connection.prepareStatement(bound.text())) {
            bind(connection, statement, bound.arguments());
            return statement.executeUpdate();
        }
    }

    public final void forEach(Connection connection, Row.Reader reader) throws SQLException {
        var bound = bound();
        try (PreparedStatement statement = connection.prepareStatement(bound.text())) {
            bind(connection, statement, bound.arguments());
            try (ResultSet result = statement.executeQuery()) {
                var row = new Row(result);
                while (result.next()) {
                    reader.read(row);
                }
            }
        }
    }

    public final <T> List<T> list(Connection connection, Row.Mapper<T> mapper) throws SQLException {
        var found = new ArrayList<T>();
        forEach(connection, row -> found.add(mapper.map(row)));
        return found;
    }

    /** The first row; empty if there is none or what is made of it is null. */
    public final <T> Optional<T> first(Connection connection, Row.Mapper<T> mapper)
            throws SQLException {
        var found = list(connection, mapper);
        return found.isEmpty() ? Optional.empty() : Optional.ofNullable(found.get(0));
    }

    /**
     * The only row.
     *
     * @throws IllegalStateException if there is none or more than one
     */
    public final <T> T one(Connection connection, Row.Mapper<T> mapper) throws SQLException {
        var found = list(connection, mapper);
        if (found.size() != 1) {
            throw new IllegalStateException(
                    found.size() + " rows instead of one: " + bound().text());
        }
        return found.get(0);
    }

    /** Whether there is a row. */
    public final boolean found(Connection connection) throws SQLException {
        return !list(connection, row -> row).isEmpty();
    }

    private void bind(Connection connection, PreparedStatement statement, List<Object> arguments)
            throws SQLException {
        if (plannedEachTime) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
        if (secondsLimit > 0) {
            statement.setQueryTimeout(secondsLimit);
        }
        int index = 0;
        for (Object argument : arguments) {
            index++;
            if (argument instanceof Elements array) {
                statement.setArray(index, connection.createArrayOf(array.type(), array.array()));
            } else if (argument instanceof Instant at) {
                statement.setObject(index, at.atOffset(ZoneOffset.UTC));
            } else {
                statement.setObject(index, argument);
            }
        }
    }
}
