package io.milvaion.scheduler.run.leader;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Keeps a leader whose term is over from writing. */
public record TermFence(Term term) {

    private static final String LOOK = "select 1 from leader_terms where term = ?";

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
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, term.number());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new TermOver(term);
                }
            }
        }
    }
}
