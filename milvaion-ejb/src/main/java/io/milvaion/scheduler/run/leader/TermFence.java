package io.milvaion.scheduler.run.leader;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Keeps a leader whose term is over from writing. */
public record TermFence(Term term) {

    /** Another node leads. Nothing was changed. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(Term term) {
            super("term " + term.number() + " is over");
        }
    }

    /** Locks the term for this transaction: a new leader waits for its end. */
    public void check(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "select 1 from leader_terms where term = ? for share")) {
            statement.setLong(1, term.number());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new Refused(term);
                }
            }
        }
    }
}
