package io.milvaion.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What must hold for every subject, so that none is faster by promising less. */
public final class Durability {

    private Durability() {}

    /**
     * Checks the settings of a connection and the tables of its database.
     *
     * @throws IllegalStateException if a commit may be lost with a crash of the server
     */
    public static void require(Connection connection) throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if (!"on".equals(value(connection, "show " + setting))) {
                throw new IllegalStateException("PostgreSQL must have " + setting + " on");
            }
        }
        String unlogged =
                value(
                        connection,
                        """
                        select string_agg(relname, ', ') from pg_class
                         where relkind in ('r', 'p') and relpersistence <> 'p'""");
        if (unlogged != null) {
            throw new IllegalStateException("tables are not logged: " + unlogged);
        }
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
