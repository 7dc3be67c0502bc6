package io.milvaion.scheduler.run.leader;

import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;

/** Keeps a leader whose term is over from writing. */
public record TermFence(Term term) {

    private static final String LOOK = "select 1 from leader_terms where term = :term";

    /**
     * Locks the term for this transaction: a new leader waits for its end.
     *
     * @throws TermOver if another node leads
     */
    public void check(Connection connection) throws SQLException {
        find(connection, LOOK + " for share");
    }

    /**
     * Finds out why a statement that names the term has changed nothing.
     *
     * @throws TermOver if that is the reason
     */
    public void look(Connection connection) throws SQLException {
        find(connection, LOOK);
    }

    private void find(Connection connection, String query) throws SQLException {
        if (!Sql.of(query).with("term", term.number()).found(connection)) {
            throw new TermOver(term);
        }
    }
}
