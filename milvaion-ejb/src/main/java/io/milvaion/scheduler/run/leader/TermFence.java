package io.milvaion.scheduler.run.leader;

import io.milvaion.scheduler.ground.persistence.Sql;
import java.sql.Connection;
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
        boolean leads =
                Sql.of("select 1 from leader_terms where term = :term for share")
                        .with("term", term.number())
                        .found(connection);
        if (!leads) {
            throw new Refused(term);
        }
    }
}
