package io.milvaion.scheduler.run.leader;

import io.milvaion.scheduler.ground.persistence.Sql;
import io.milvaion.scheduler.ground.persistence.TimeOrderedId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Counts terms. */
final class Terms {

    private Terms() {}

    /**
     * Begins the next term, which is higher than any before, also when the database was set back.
     * If somebody has deleted the row that counts them, it is made again with the milliseconds
     * since 1970: a number that no count of terms reaches, since a term takes longer than one, so
     * that no older leader gets its term back.
     *
     * @param seen the highest term that Redis knows of
     */
    static long next(Connection connection, String node, long seen) throws SQLException {
        var next =
                Sql.of(
                                """
                                update leader_terms
                                   set term = greatest(term, :seen) + 1, node = :node, since = now()
                                returning term""")
                        .with("node", node)
                        .with("seen", seen)
                        .first(connection, row -> row.number("term"));
        if (next.isPresent()) {
            TermHistory.begin(connection, next.get(), node);
            return next.get();
        }
        restore(connection);
        return next(connection, node, seen);
    }

    private static void restore(Connection connection) throws SQLException {
        Sql.of(
                        """
                        with restored as (
                            insert into leader_terms (term)
                            values (floor(extract(epoch from clock_timestamp()) * 1000))
                                on conflict do nothing
                            returning term)
                        insert into repairs (id, kind, found, done)
                        select :id, 'term', 'The row that counts terms was gone',
                               'It was made again, after term ' || term
                          from restored""")
                .with("id", TimeOrderedId.next(Instant.now()))
                .update(connection);
    }
}
