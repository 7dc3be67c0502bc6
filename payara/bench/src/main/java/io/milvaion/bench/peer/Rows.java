package io.milvaion.bench.peer;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Asks the tables of a peer. */
final class Rows {

    private Rows() {}

    /** Whether any of the queries finds a row; it is asked often, so it does not count them. */
    static boolean exist(DataSource pool, String... queries) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select exists (" + String.join(") or exists (", queries) + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
