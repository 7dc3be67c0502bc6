package io.milvaion.scheduler.ground.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGStatement;

/** A query with optional conditions. The texts are code, never input; input is bound. */
public final class Select {

    private final StringBuilder sql;
    private final List<Object> arguments = new ArrayList<>();
    private String joint = " where ";
    private boolean plannedEachTime;

    public Select(String selectAndFrom) {
        sql = new StringBuilder(selectAndFrom);
    }

    /** Adds a condition with one parameter; leaves it out if the argument is null. */
    public Select where(String condition, Object argument) {
        if (argument != null) {
            sql.append(joint).append(condition);
            joint = " and ";
            arguments.add(argument);
        }
        return this;
    }

    /** Adds a condition without a parameter. */
    public Select where(String condition) {
        sql.append(joint).append(condition);
        joint = " and ";
        return this;
    }

    /** Adds what follows the conditions. */
    public Select then(String end, Object... more) {
        sql.append(' ').append(end);
        arguments.addAll(List.of(more));
        return this;
    }

    /** For a query whose good plan depends on the arguments, like which partitions it reads. */
    public Select plannedEachTime() {
        plannedEachTime = true;
        return this;
    }

    /** Runs a statement that returns no rows; tells how many it has changed. */
    public int update(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            bind(statement);
            return statement.executeUpdate();
        }
    }

    public <T> List<T> list(Connection connection, Row.Mapper<T> mapper) throws SQLException {
        var found = new ArrayList<T>();
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            bind(statement);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(mapper.map(new Row(result)));
                }
            }
        }
        return found;
    }

    private void bind(PreparedStatement statement) throws SQLException {
        if (plannedEachTime) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
        for (int i = 0; i < arguments.size(); i++) {
            statement.setObject(i + 1, arguments.get(i));
        }
    }
}
