package io.milvaion.scheduler.run.leader;

import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Counts terms. */
final class Terms {

    private Terms() {}

    /**
     * Begins the next term. If somebody has deleted the row that counts them, it is made again with
     * the milliseconds since 1970: a number that no count of terms reaches, since a term takes
     * longer than one, so that no older leader gets its term back.
     */
    static long next(Connection connection, String node) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        update leader_terms
                           set term = term + 1, node = ?, since = now()
                        returning term""")) {
            statement.setString(1, node);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    return row.getLong(1);
                }
            }
        }
        restore(connection);
        return next(connection, node);
    }

    private static void restore(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        with restored as (
                            insert into leader_terms (term)
                            values (floor(extract(epoch from clock_timestamp()) * 1000))
                                on conflict do nothing
                            returning term)
                        insert into repairs (id, kind, found, done)
                        select ?, 'term', 'The row that counts terms was gone',
                               'It was made again, after term ' || term
                          from restored""")) {
            statement.setObject(1, TimeOrderedId.next(Instant.now()));
            statement.executeUpdate();
        }
    }
}
